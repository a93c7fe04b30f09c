package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;

/** A person was shown what would be done and said no: nothing was done. */
public final class DeclinedException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    public DeclinedException() {
        super("not agreed, nothing was done");
    }
}
