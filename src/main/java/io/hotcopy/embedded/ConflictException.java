package io.hotcopy.embedded;

import io.hotcopy.problem.HotCopyException;

/** Another transaction committed first: nothing was written. Whoever gets it begins the transaction again. */
public final class ConflictException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    ConflictException(HotCopyException cause) {
        super(cause.getMessage(), cause, "Begin it again.");
    }
}
