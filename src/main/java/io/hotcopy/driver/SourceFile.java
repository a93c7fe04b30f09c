package io.hotcopy.driver;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** One file to copy; its first {@link #length()} bytes do not change while the pin is held. */
public interface SourceFile {

    /** Path relative to the archive's directory, with {@code /} as separator. */
    String name();

    /** How many bytes to copy, from the start. */
    long length();

    /** Opens it at its start; may give more than {@link #length()} bytes. */
    ReadableByteChannel open() throws IOException;
}
