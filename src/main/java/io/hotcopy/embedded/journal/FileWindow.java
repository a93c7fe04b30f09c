package io.hotcopy.embedded.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file seen through one buffer, which grows only for a piece that is longer than usual. Serves file after file, one
 * thread.
 */
final class FileWindow {

    private static final int USUAL_BYTES = 1 << 20;

    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private FileChannel channel;
    private long start;
    private long end;

    /** Turns to another file, of which only the first bytes up to {@code end} are to be seen. */
    void turnTo(FileChannel file, long end) {
        this.channel = file;
        this.end = end;
        this.start = 0;
        buffer.limit(0);
    }

    /** Where what can be seen ends. */
    long end() {
        return end;
    }

    /** These bytes, which must lie before the end; valid until the next call. */
    ByteBuffer at(long offset, int length) throws IOException {
        if (offset + length > end) {
            throw new IllegalArgumentException("bytes " + offset + " to " + (offset + length) + " of " + end);
        }
        if (offset < start || offset + length > start + buffer.limit()) {
            fill(offset, length);
        }
        return buffer.slice((int) (offset - start), length);
    }

    private void fill(long offset, int length) throws IOException {
        long wanted = Math.max(length, Math.min(USUAL_BYTES, end));
        if (wanted > buffer.capacity()) {
            buffer = ByteBuffer.allocateDirect((int) wanted);
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - offset));
        start = offset;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("file shrank while it was read");
            }
        }
    }
}
