package io.hotcopy.shell.line;

import java.util.Optional;

/** Where the lines of the shell come from. A line may span several lines of text. */
public interface LineSource extends AutoCloseable {

    /** The next complete line; empty at the end. */
    Optional<String> next();

    /** Keeps what must be kept for the next time. */
    @Override
    default void close() {}
}
