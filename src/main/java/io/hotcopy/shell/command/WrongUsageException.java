package io.hotcopy.shell.command;

import io.hotcopy.problem.HotCopyException;
import java.util.Optional;
import java.util.function.Function;

/** A command was written in a way that cannot be meant; nothing was tried. */
final class WrongUsageException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    WrongUsageException(String message, String... hints) {
        super(message, hints);
    }

    /** Refuses a number of days, given to {@code --days}, that is none. */
    static void requireDays(int days) {
        if (days < 1) {
            throw new WrongUsageException("--days takes a number of days, one or more, not " + days);
        }
    }

    /**
     * What an option's text means.
     *
     * @param form reads it; whatever it refuses is wrong usage, with its words and hints
     */
    static <T> Optional<T> wellWritten(Optional<String> text, Function<String, T> form) {
        try {
            return text.map(form);
        } catch (HotCopyException wrong) {
            throw new WrongUsageException(wrong.getMessage(), wrong.hints().toArray(String[]::new));
        }
    }
}
