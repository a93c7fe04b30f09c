package io.hotcopy.engine;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A plan that is being carried out, or has been. Safe for several threads. */
public final class HotCopyHandle {
    private final PlanRun run;

    HotCopyHandle(PlanRun run) {
        this.run = run;
    }

    /** The ids of its hot copies, one for each step. */
    public List<ElementId> ids() {
        return status().stream().map(HotCopyStatus::id).toList();
    }

    /** How each of its hot copies stands now. */
    public List<HotCopyStatus> status() {
        return run.status();
    }

    /** Whether nothing of it runs or waits any more. */
    public boolean isEnded() {
        return run.isEnded();
    }

    /**
     * Cancels it, as an interrupt of {@link HotCopyEngine#run} does, and returns at once. One that is already being
     * published completes; the steps after it are cancelled.
     */
    public void cancel() {
        run.cancel();
    }

    /** Has somebody hear how all ended, on any thread; at once if it has. */
    public void whenEnded(Consumer<List<HotCopyStatus>> listener) {
        run.whenEnded(listener);
    }

    /**
     * Waits until its first hot copy has been accepted: by the storage managers, and by the sets that it goes into. Who
     * is told {@code true} finds out by {@link #refusal()} and {@link #status()} what became of it.
     *
     * @return whether it has been accepted, or has ended; {@code false} when time is over
     * @throws InterruptedException when the caller was interrupted; it goes on
     */
    public boolean awaitAccepted(Duration timeout) throws InterruptedException {
        return run.accepted().await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * What its first hot copy was refused with: a {@link io.hotcopy.driver.CopyRefusedException}, with the vendor's
     * words, when a storage manager refused it; else what its set or the disk was found to be unfit for.
     *
     * @return empty as long as it is not refused, when it was accepted, and when it was cancelled before
     */
    public Optional<HotCopyException> refusal() {
        return run.refusal();
    }

    /**
     * Waits for its end, and leaves it running when that takes too long.
     *
     * @return whether it has ended
     * @throws InterruptedException when the caller was interrupted; it goes on
     */
    public boolean await(Duration timeout) throws InterruptedException {
        return run.ended().await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for its end as its owner: an interrupt of the caller cancels it, is then waited out, and is spent if the
     * plan ended by it; else it stays with the caller.
     *
     * @param timeout how long to wait before it is left running; empty for as long as it takes
     * @return what was done; empty when it was left running
     * @throws HotCopyException as {@link HotCopyEngine#run}
     */
    public Optional<RunReport> finish(Optional<Duration> timeout) {
        try {
            if (timeout.isEmpty()) {
                run.ended().await();
            } else if (!await(timeout.get())) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupt) {
            run.cancel();
            awaitEnd();
            if (!run.isCancelled()) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.of(run.result());
    }

    /** Waits for its end, whatever happens meanwhile; an interrupt of the caller stays. */
    public void awaitEnd() {
        boolean interrupted = false;
        while (!run.isEnded()) {
            try {
                run.ended().await();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
