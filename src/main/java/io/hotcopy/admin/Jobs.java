package io.hotcopy.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that may take longer than a request: on threads of its own, so many at once and no more. */
final class Jobs implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final AtomicInteger named = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), this::thread);

    Jobs() {
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "admin-job-" + named.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins a job.
     *
     * @throws UnmetRequestException of status 429 when too many wait already, 503 when the service is stopping
     */
    Future<Void> begin(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException full) {
            throw threads.isShutdown()
                    ? new UnmetRequestException(503, "the service is stopping")
                    : new UnmetRequestException(
                            429, "too many starts and changes are under way", "Wait for some to end.");
        }
        return task;
    }

    /**
     * Waits for a job.
     *
     * @return whether it has ended; {@code false} when it goes on
     * @throws RuntimeException what it has ended with
     */
    static boolean await(Future<Void> job, Duration patience) {
        try {
            job.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (CancellationException stopping) {
            throw new UnmetRequestException(503, "the service is stopping");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("a job broke", failed.getCause());
        }
    }

    /** What a job's SYNC must listen to, so that it ends when the service stops. */
    Cancellation cancellation() {
        return new Cancellation(threads::isShutdown);
    }

    /** Cancels what can be cancelled, forgets what waits, and returns when nothing runs any more. */
    @Override
    public void close() {
        threads.shutdown();
        List<Runnable> waiting = new ArrayList<>();
        threads.getQueue().drainTo(waiting);
        waiting.forEach(task -> ((FutureTask<?>) task).cancel(false));
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
