package io.hotcopy.restore;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs jobs on a few threads, with a buffer for each thread where they want one. The first job that fails ends the
 * rest; when the call returns or throws, no job is running any more, so what they worked on may be deleted.
 */
public final class Workers {

    /** Small enough to stay in the cache, large enough that system calls do not count. */
    private static final int BUFFER_BYTES = 1024 * 1024;

    private final int threads;

    /** One piece of work that reads or writes through a buffer. */
    @FunctionalInterface
    public interface Job {
        /**
         * Does it.
         *
         * @param buffer direct, 1 MiB, for this job alone while it runs
         */
        void run(ByteBuffer buffer);
    }

    /** @param threads how many; two to four serve a disk well */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be one or more: " + threads);
        }
        this.threads = threads;
    }

    /**
     * Runs all jobs, begun in their order.
     *
     * @throws InterruptedRestoreException when the calling thread is interrupted meanwhile
     * @throws RuntimeException what the first failing job threw
     */
    public void run(List<Job> jobs) {
        ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));
        runAll(jobs.stream()
                .map(job -> (Runnable) () -> job.run(buffers.get().clear()))
                .toList());
    }

    /** Runs jobs that need no buffer; else as {@link #run} does. */
    public void runAll(List<Runnable> jobs) {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(jobs);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> finished = new ExecutorCompletionService<>(pool);
            int started = Math.min(threads, jobs.size());
            for (int thread = 0; thread < started; thread++) {
                finished.submit(() -> drain(waiting), null);
            }
            for (int thread = 0; thread < started; thread++) {
                finished.take().get();
            }
        } catch (InterruptedException stop) {
            throw InterruptedRestoreException.whileWaiting();
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } finally {
            waiting.clear();
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    private static void drain(Queue<Runnable> waiting) {
        for (Runnable job = waiting.poll(); job != null; job = waiting.poll()) {
            job.run();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    /** Waits for as long as it takes: a job in native code cannot be stopped, and its files must not be pulled away. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
