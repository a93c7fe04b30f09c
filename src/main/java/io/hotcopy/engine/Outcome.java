package io.hotcopy.engine;

import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;

/** What became of several tasks that run at the same time; the first failure counts and stops the others. */
final class Outcome {
    private List<Thread> others = List.of();
    private Throwable first;
    private boolean stopped;

    /** Runs a task on the current thread, unless the others have already been stopped. */
    void ofRunning(Workers.Task task) {
        if (isStopped()) {
            return;
        }
        try {
            task.run();
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    /** Names the threads to interrupt when one fails. */
    synchronized void stops(List<Thread> threads) {
        others = threads;
    }

    /** Stops all: those that run are interrupted, those that have not begun never do. */
    synchronized void stop() {
        stopped = true;
        others.forEach(Thread::interrupt);
    }

    /** Throws the first failure, the others suppressed in it; returns when there is none. */
    synchronized void rethrow() throws Exception {
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (Exception) first;
        }
    }

    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(first);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void failed(Throwable failure) {
        if (stopped && isByInterrupt(failure)) {
            return;
        }
        if (first == null) {
            first = failure;
            stop();
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Whether a task failed only because it was stopped. */
    private static boolean isByInterrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }
}
