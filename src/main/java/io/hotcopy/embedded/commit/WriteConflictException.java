package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;

/** Another transaction committed first; nothing was written. */
public final class WriteConflictException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    /** @param reason what happened first */
    public WriteConflictException(String reason) {
        super("the transaction conflicts with another one: " + reason, "Begin it again.");
    }
}
