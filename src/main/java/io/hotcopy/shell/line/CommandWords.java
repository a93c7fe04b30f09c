package io.hotcopy.shell.line;

import io.hotcopy.problem.HotCopyException;
import java.util.List;

/** Splits a complete command line into words, as {@link TypedWords} cuts them. */
final class CommandWords {
    private CommandWords() {}

    /** @throws HotCopyException when a quote is not closed */
    static List<String> split(String line) {
        TypedWords typed = TypedWords.of(line);
        typed.openQuote().ifPresent(open -> {
            throw new HotCopyException(
                    "the quote at column " + (open + 1) + " is not closed: " + line.substring(open),
                    "close it with " + line.charAt(open));
        });
        return typed.words().stream().map(TypedWords.Word::text).toList();
    }
}
