package io.hotcopy.engine;

import io.hotcopy.engine.HotCopyStatus.State;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One step of a plan that is carried out, and how it stands. Run by one thread, looked at by any. */
final class TrackedCopy {
    private final Job job;
    private HotCopyRun run;
    private State state = State.WAITING;
    private String message = "Hot copy has not begun";
    private Optional<String> reason = Optional.empty();
    private Optional<HotCopyException> refusal = Optional.empty();
    private final CountDownLatch accepted = new CountDownLatch(1);
    private Instant began;
    private Instant ended;

    TrackedCopy(Job job) {
        this.job = job;
    }

    ElementId id() {
        return job.run();
    }

    /** Whether it copies the backup group that the other does. */
    boolean isOfSameGroup(TrackedCopy other) {
        return job.step().isOf(other.job.step().policy(), other.job.step().backupGroup());
    }

    /** Whether it is still to be run. */
    synchronized boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Does it; as {@link HotCopyRun#run()}. */
    RunReport.HotCopy run() {
        begin();
        try {
            RunReport.HotCopy report = start().run();
            end(State.COMPLETED, "Hot copy successfully completed");
            return report;
        } catch (HotCopyException failed) {
            end(failed);
            throw failed;
        } catch (RuntimeException | Error broken) {
            failed("Hot copy failed: " + broken, broken);
            throw broken;
        }
    }

    /** What was refused fails before it was accepted, with what refused it. */
    private synchronized void end(HotCopyException failed) {
        if (failed instanceof HotCopyFailedException known && known.cancelled()) {
            end(State.CANCELLED, failed.getMessage());
            return;
        }
        if (accepted.getCount() > 0) {
            refusal = Optional.of(
                    failed instanceof HotCopyFailedException && failed.getCause() instanceof HotCopyException refused
                            ? refused
                            : failed);
        }
        failed(failed.getMessage(), failed);
    }

    private synchronized void failed(String why, Throwable failure) {
        reason = Optional.of(Failure.bareReason(failure));
        end(State.FAILED, why);
    }

    private synchronized void begin() {
        state = State.RUNNING;
        message = "Hot copy is running";
        began = job.means().clock().instant();
    }

    private HotCopyRun start() {
        HotCopyRun started = new HotCopyRun(job, accepted::countDown);
        synchronized (this) {
            run = started;
        }
        return started;
    }

    private synchronized void end(State how, String why) {
        state = how;
        message = why;
        ended = job.means().clock().instant();
        accepted.countDown();
    }

    /** A step before it failed or was cancelled, so this one never begins. */
    synchronized void skip() {
        if (state == State.WAITING) {
            end(State.CANCELLED, "Hot copy was not begun, since the one before it did not complete");
        }
    }

    /** Zero when nobody refuses it any more, and when it has ended. */
    CountDownLatch accepted() {
        return accepted;
    }

    /** What it was refused with; empty when it was not. */
    synchronized Optional<HotCopyException> refusal() {
        return refusal;
    }

    synchronized HotCopyStatus status() {
        return new HotCopyStatus(
                job.run(),
                job.step().id(),
                job.step().database(),
                job.step().type(),
                state,
                run == null ? "" : run.stage(),
                archives(),
                Optional.ofNullable(began),
                Optional.ofNullable(ended),
                message,
                reason);
    }

    /** Those that are copied; before they have begun, those that will be. */
    private List<HotCopyStatus.Archive> archives() {
        List<HotCopyStatus.Archive> copied = run == null ? List.of() : run.archives();
        return copied.isEmpty() ? planned() : copied;
    }

    private List<HotCopyStatus.Archive> planned() {
        ByteSize nothing = new ByteSize(0);
        return job.step().members().stream()
                .map(member -> new HotCopyStatus.Archive(
                        member.archive(), member.directory(), Optional.empty(), nothing, nothing, 0))
                .toList();
    }
}
