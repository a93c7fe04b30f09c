package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;

/**
 * Bounds the bytes of commits that wait to become stable and applied, so that memory is bounded when journals are
 * slower than writers. Safe for several threads.
 */
final class InFlightBytes {

    private final long limit;
    private long bytes;
    private HotCopyException stopped;

    InFlightBytes(long limit) {
        this.limit = limit;
    }

    /**
     * Waits for room; a single commit above the limit goes alone. {@link #leave} must follow.
     *
     * @throws HotCopyException when the database has stopped, or the thread was interrupted
     */
    synchronized void enter(long size) {
        try {
            while (stopped == null && bytes > 0 && bytes + size > limit) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while waiting to commit; nothing was written", e);
        }
        if (stopped != null) {
            throw new HotCopyException(
                    stopped.getMessage(), stopped, stopped.hints().toArray(String[]::new));
        }
        bytes += size;
    }

    synchronized void leave(long size) {
        bytes -= size;
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized void stop(HotCopyException cause) {
        stopped = cause;
        notifyAll();
    }

    /** Waits until nothing is in flight. */
    synchronized void awaitEmpty() throws InterruptedException {
        while (bytes > 0) {
            wait();
        }
    }
}
