package io.hotcopy.driver;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** One file of an element that the database makes while it is copied, such as a sorted list of changed records. */
public interface ProducedFile {

    /** Path relative to the element's data directory, with {@code /} as separator. */
    String name();

    /**
     * Writes all of it, in pieces; called once, by any thread.
     *
     * @param target takes every byte; it may hold the writer back to keep to a rate, and fails when the copy is
     *     cancelled
     * @throws IOException what the target threw
     */
    void writeTo(WritableByteChannel target) throws IOException;
}
