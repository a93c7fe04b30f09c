package io.hotcopy.recovery;

import io.hotcopy.problem.HotCopyException;
import java.util.List;

/** The sets cannot give the state that was asked for. The message says what is missing, the hints what there is. */
public final class RestoreRefusedException extends HotCopyException {

    /** Why. */
    public enum Reason {
        /** There is nothing to restore from. */
        NOTHING,
        /** A member of the collection is missing. */
        INCOMPLETE,
        /** No element reaches the target. */
        UNREACHABLE,
        /** The target could mean several states. */
        AMBIGUOUS,
        /** Parts that must be equal are not: something is damaged. */
        CONTRADICTION
    }

    private final Reason reason;

    RestoreRefusedException(Reason reason, String message, List<String> hints) {
        super(message, hints.toArray(String[]::new));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
