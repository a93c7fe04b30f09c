package io.hotcopy.engine;

import io.hotcopy.engine.HotCopyStatus.State;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One step of a plan that is carried out, and how it stands. Run by one thread, looked at by any. */
final class TrackedCopy {
    private final Job job;
    private HotCopyRun run;
    private State state = State.WAITING;
    private String message = "Hot copy has not begun";
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
            boolean cancelled = failed instanceof HotCopyFailedException known && known.cancelled();
            end(cancelled ? State.CANCELLED : State.FAILED, failed.getMessage());
            throw failed;
        } catch (RuntimeException | Error broken) {
            end(State.FAILED, "Hot copy failed: " + broken);
            throw broken;
        }
    }

    private synchronized void begin() {
        state = State.RUNNING;
        message = "Hot copy is running";
        began = job.means().clock().instant();
    }

    private HotCopyRun start() {
        HotCopyRun started = new HotCopyRun(job);
        synchronized (this) {
            run = started;
        }
        return started;
    }

    private synchronized void end(State how, String why) {
        state = how;
        message = why;
        ended = job.means().clock().instant();
    }

    /** A step before it failed or was cancelled, so this one never begins. */
    synchronized void skip() {
        if (state == State.WAITING) {
            end(State.CANCELLED, "Hot copy was not begun, since the one before it did not complete");
        }
    }

    synchronized HotCopyStatus status() {
        return new HotCopyStatus(
                job.run(),
                job.step().id(),
                job.step().type(),
                state,
                run == null ? "" : run.stage(),
                run == null ? List.of() : run.archives(),
                Optional.ofNullable(began),
                Optional.ofNullable(ended),
                message);
    }
}
