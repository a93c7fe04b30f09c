package io.hotcopy.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Puts scratch into memory where the system has a file system with room for that, else where all tests have theirs.
 *
 * <p>For tests that start a database again and again: RocksDB syncs its files at each start, which takes most of their
 * time and shows in nothing, since a power failure is either no matter of theirs or simulated by {@link FaultyStorage}.
 * Not for tests of what a disk does, or how fast.
 */
public final class InMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");

    /** More than all tests that run at once take; in a container there is often less. */
    private static final long ROOM_BYTES = 1L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, "hotcopy-") : Files.createTempDirectory("hotcopy-");
    }

    private static boolean hasRoom() throws IOException {
        return Files.isDirectory(MEMORY)
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_BYTES;
    }
}
