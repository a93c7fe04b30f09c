package io.hotcopy.embedded;

import io.hotcopy.driver.SourceFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A journal's segment, to be copied.
 *
 * @param name relative to the archive's directory
 * @param length what was synced when it was listed
 * @param path where it lies
 */
record JournalSourceFile(String name, long length, Path path) implements SourceFile {

    @Override
    public ReadableByteChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ);
    }
}
