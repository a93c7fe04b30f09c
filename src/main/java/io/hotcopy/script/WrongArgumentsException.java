package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;

/** A script was given arguments that it cannot mean; it has done nothing yet. */
final class WrongArgumentsException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    WrongArgumentsException(String why) {
        super(why);
    }
}
