package io.hotcopy.restore;

import io.hotcopy.problem.HotCopyException;

/** The thread was interrupted while it restored or verified; nothing is left of what it made. Its flag is set again. */
public final class InterruptedRestoreException extends HotCopyException {

    InterruptedRestoreException() {
        super("interrupted");
    }

    /** For who was interrupted while it waited: sets the thread's flag again, and gives what is to be thrown. */
    public static InterruptedRestoreException whileWaiting() {
        Thread.currentThread().interrupt();
        return new InterruptedRestoreException();
    }

    /** Throws when the calling thread has been interrupted; leaves its flag set. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRestoreException();
        }
    }
}
