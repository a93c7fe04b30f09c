package io.hotcopy.dsl;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the text of a file; handed in, so that the compiler itself touches no disk. */
@FunctionalInterface
public interface SourceReader {

    /**
     * The whole text.
     *
     * @throws IOException as {@code Files.readString} throws it
     */
    String read(Path file) throws IOException;
}
