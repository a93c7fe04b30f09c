package io.hotcopy.embedded.changes;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.store.DamagedArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/** A file of changes read from front to end, whose messages name the file and the offset. Used by one thread. */
final class ChangeInput implements AutoCloseable {

    private final Path file;
    private final ReadableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(ChangeFormat.USUAL_BLOCK);
    private long offset;

    ChangeInput(Path file, ReadableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    Path file() {
        return file;
    }

    /** Where the next byte to be read stands. */
    long offset() {
        return offset;
    }

    /**
     * Reads that many bytes; what is returned is valid until the next call.
     *
     * @param what they are, for the message when the file ends before
     */
    ByteBuffer read(int length, String what) {
        if (buffer.capacity() < length || buffer.capacity() > Math.max(length, ChangeFormat.USUAL_BLOCK)) {
            // One long record must not keep its room for the rest of the file.
            buffer = ByteBuffer.allocate(Math.max(length, ChangeFormat.USUAL_BLOCK));
        }
        buffer.clear().limit(length);
        if (!fill()) {
            throw damaged("it ends within " + what, offset + buffer.position());
        }
        offset += length;
        return buffer.flip().slice();
    }

    /** Whether nothing follows. */
    boolean isAtEnd() {
        buffer.clear().limit(1);
        return !fill();
    }

    private boolean fill() {
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    DamagedArchiveException damaged(String how, long at) {
        return new DamagedArchiveException("\"" + file + "\" is damaged at offset " + at + ": " + how);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("close", file, trouble);
        }
    }
}
