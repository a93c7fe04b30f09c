package io.hotcopy.embedded.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is given other bytes again and again; kept open, because a file system may sync a shortened one when
 * closed.
 */
final class SpoiledFile implements AutoCloseable {

    private final FileChannel channel;

    SpoiledFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    void hold(byte[] bytes) throws IOException {
        channel.truncate(bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            channel.write(source, source.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
