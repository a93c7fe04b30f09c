package io.hotcopy.embedded;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import java.util.function.Function;

/**
 * A SYNC that an interrupt of its caller cancels. It works on a thread of its own, which nobody interrupts: an
 * interrupt would close the files that it happens to read or write. Between two steps it looks whether it was
 * cancelled.
 */
final class CancellableSync<T> {

    private final Function<ProgressListener, T> job;
    private volatile boolean cancelled;
    private T result;
    private Throwable trouble;

    /** @param job hears of every step by way of the listener */
    CancellableSync(Function<ProgressListener, T> job) {
        this.job = job;
    }

    /**
     * Runs it and waits for its end, also after an interrupt, which is kept.
     *
     * @throws HotCopyException as the job does; when it was cancelled
     */
    T run(ProgressListener progress) {
        Thread worker = new Thread(() -> work(progress), "sync");
        worker.start();
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException cancel) {
                interrupted = true;
                cancelled = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (trouble instanceof Error fatal) {
            throw fatal;
        }
        if (trouble != null) {
            throw (RuntimeException) trouble;
        }
        return result;
    }

    private void work(ProgressListener progress) {
        try {
            result = job.apply(event -> step(event, progress));
        } catch (RuntimeException | Error failed) {
            trouble = failed;
        }
    }

    private void step(ProgressEvent event, ProgressListener progress) {
        if (cancelled) {
            throw new HotCopyException("the SYNC was cancelled", "Start the storage manager again when it is wanted.");
        }
        progress.on(event);
    }
}
