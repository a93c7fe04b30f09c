package io.hotcopy.embedded.store;

import io.hotcopy.driver.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A pinned file of a store: on disk, or one whose content was fixed when it was pinned. */
sealed interface PinnedFile extends SourceFile {

    /** A file of which the first {@code length} bytes do not change while pinned. */
    record OnDisk(String name, long length, Path path) implements PinnedFile {
        @Override
        public ReadableByteChannel open() throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ);
        }
    }

    /** A file that RocksDB rewrites at will, so that its bytes are made here. */
    record InMemory(String name, byte[] content) implements PinnedFile {
        @Override
        public long length() {
            return content.length;
        }

        @Override
        public ReadableByteChannel open() {
            return Channels.newChannel(new ByteArrayInputStream(content));
        }
    }
}
