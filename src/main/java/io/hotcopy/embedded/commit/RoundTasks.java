package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work of others that one thread of the pipeline does between two pieces of its own, so that nothing changes meanwhile.
 * Safe for several threads.
 */
final class RoundTasks {

    private final ArrayDeque<FutureTask<?>> waiting = new ArrayDeque<>();
    private final Runnable wake;
    private boolean ended;

    /** @param wake makes the thread look */
    RoundTasks(Runnable wake) {
        this.wake = wake;
    }

    /**
     * Has something done and waits for it.
     *
     * @throws IllegalStateException when the thread has ended; else what the work throws
     */
    <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        synchronized (this) {
            if (ended) {
                throw over();
            }
            waiting.add(task);
        }
        wake.run();
        return result(task);
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (CancellationException ended) {
            throw over();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("work between rounds failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while waiting for the database", interrupted);
        }
    }

    private static IllegalStateException over() {
        return new IllegalStateException("the database has stopped");
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Does all that waits; on the thread. */
    void run() {
        for (FutureTask<?> task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized FutureTask<?> next() {
        return waiting.poll();
    }

    /** Does nothing any more, and tells those who wait. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        for (FutureTask<?> task = next(); task != null; task = next()) {
            task.cancel(false);
        }
    }
}
