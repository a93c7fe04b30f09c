package io.hotcopy.embedded;

import io.hotcopy.problem.HotCopyException;

/** Another transaction committed first: nothing was written. Whoever gets it begins the transaction again. */
public final class ConflictException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    ConflictException(HotCopyException cause) {
        this(cause.getMessage(), cause);
    }

    private ConflictException(String message, HotCopyException cause) {
        super(message, cause, "Begin it again.");
    }

    /** One that was told in another process, where what caused it stays. */
    public static ConflictException told(String message) {
        return new ConflictException(message, null);
    }
}
