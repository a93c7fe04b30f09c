package io.hotcopy.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Runs pieces of a hot copy on threads of their own, and always waits until the last of them has ended. The caller's
 * thread does no I/O: an interrupt closes any file channel that its thread is using, and must never meet a lease that
 * is being written or an element that is being published.
 */
final class Workers {

    /** A piece of work; it ends soon after its thread was interrupted. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    private final String name;

    /** @param name begins the names of the threads */
    Workers(String name) {
        this.name = name;
    }

    /**
     * Runs all tasks at the same time. The first to fail stops the others, and so does an interrupt of the caller.
     *
     * @throws InterruptedException when the caller was interrupted; the tasks have ended nevertheless, and what they
     *     failed with is suppressed in it
     * @throws Exception what the first task failed with, the failures of others suppressed in it
     */
    void together(List<Task> tasks) throws Exception {
        Outcome outcome = new Outcome();
        List<Thread> threads = IntStream.range(0, tasks.size())
                .mapToObj(index -> thread(index, () -> outcome.ofRunning(tasks.get(index))))
                .toList();
        outcome.stops(threads);
        threads.forEach(Thread::start);
        if (join(threads, outcome::stop)) {
            InterruptedException cancelled = new InterruptedException("hot copy cancelled");
            outcome.failure().ifPresent(cancelled::addSuppressed);
            throw cancelled;
        }
        outcome.rethrow();
    }

    /** Runs one task, which an interrupt of the caller stops. */
    void alone(Task task) throws Exception {
        together(List.of(task));
    }

    /** Asks for one answer, whatever happens meanwhile; an interrupt of the caller is kept for later. */
    <T> T answer(Callable<T> question) throws Exception {
        AtomicReference<T> answer = new AtomicReference<>();
        undisturbed(() -> answer.set(question.call()));
        return answer.get();
    }

    /** Runs one task to its end, whatever happens meanwhile; an interrupt of the caller is kept for later. */
    void undisturbed(Task task) throws Exception {
        Outcome outcome = new Outcome();
        Thread thread = thread(0, () -> outcome.ofRunning(task));
        thread.start();
        if (join(List.of(thread), () -> {})) {
            Thread.currentThread().interrupt();
        }
        outcome.rethrow();
    }

    private Thread thread(int index, Runnable body) {
        Thread thread = new Thread(body, name + "-" + index);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for all; tells whether the caller was interrupted meanwhile, which also calls {@code whenInterrupted}. */
    private static boolean join(List<Thread> threads, Runnable whenInterrupted) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException cancel) {
                    interrupted = true;
                    whenInterrupted.run();
                }
            }
        }
        return interrupted;
    }
}
