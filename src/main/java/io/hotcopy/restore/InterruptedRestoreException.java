package io.hotcopy.restore;

import io.hotcopy.problem.HotCopyException;

/** The thread was interrupted while it restored or verified; nothing is left of what it made. Its flag is set again. */
public final class InterruptedRestoreException extends HotCopyException {

    InterruptedRestoreException() {
        super("interrupted");
    }

    /** Throws when the calling thread has been interrupted; leaves its flag set. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRestoreException();
        }
    }
}
