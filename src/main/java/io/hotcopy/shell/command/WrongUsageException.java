package io.hotcopy.shell.command;

import io.hotcopy.problem.HotCopyException;

/** A command was written in a way that cannot be meant; nothing was tried. */
final class WrongUsageException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    WrongUsageException(String message, String... hints) {
        super(message, hints);
    }
}
