package io.hotcopy.crash;

import io.hotcopy.driver.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** A file to be copied, whose content is kept here. */
record FileInMemory(String name, byte[] bytes) implements SourceFile {

    /** Reads a whole file. */
    static FileInMemory of(SourceFile file) {
        try (InputStream content = Channels.newInputStream(file.open())) {
            return new FileInMemory(file.name(), content.readNBytes(Math.toIntExact(file.length())));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public ReadableByteChannel open() {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }
}
