package io.hotcopy.embedded;

import io.hotcopy.driver.ProducedFile;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * A file that somebody writes when asked to.
 *
 * @param name its path within the element's data
 * @param content who writes it
 */
record ProducedBy(String name, Content content) implements ProducedFile {

    /** Writes all of a file. */
    interface Content {
        /** As {@link ProducedFile#writeTo}. */
        void writeTo(WritableByteChannel target) throws IOException;
    }

    @Override
    public void writeTo(WritableByteChannel target) throws IOException {
        content.writeTo(target);
    }
}
