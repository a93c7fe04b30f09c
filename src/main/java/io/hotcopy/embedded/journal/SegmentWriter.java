package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.FrameFormat.ALIGNMENT;
import static io.hotcopy.embedded.journal.FrameFormat.BLOCK;

import io.hotcopy.embedded.journal.FrameFormat.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * The newest segment's file: frames in, synced blocks out. Frames are encoded straight into the journal's one buffer;
 * only a frame longer than that is encoded twice, once for its checksum and once, spilling, to the file. Used by the
 * journal's thread only.
 */
final class SegmentWriter implements AutoCloseable {

    private final FileChannel channel;
    private final SegmentHeader header;
    private final long capacity;
    private final FrameOutput output;

    /** Where the first byte of the buffer goes. */
    private long bufferOffset = BLOCK;

    /**
     * @param channel open for writing, its header written
     * @param capacity up to where frames may be written
     * @param buffer empty, kept and re-used from segment to segment
     */
    SegmentWriter(FileChannel channel, SegmentHeader header, long capacity, ByteBuffer buffer) {
        this.channel = channel;
        this.header = header;
        this.capacity = capacity;
        this.output = new FrameOutput(buffer) {
            @Override
            void spill() throws IOException {
                write();
            }
        };
    }

    /** The length of a file that holds a header and one frame of this length. */
    static long fileBytes(long frameBytes) {
        return BLOCK + FrameFormat.align(frameBytes, BLOCK);
    }

    /** Whether a frame of this length can still be added. */
    boolean fits(long frameBytes) {
        return FrameFormat.align(position(), ALIGNMENT) + frameBytes <= capacity;
    }

    /** Adds a frame to the present group commit. */
    void add(Frame frame, int length, Stamp stamp) throws IOException {
        pad(ALIGNMENT);
        if (length > output.unspilled()) {
            output.spill();
        }
        if (length > output.unspilled()) {
            addLong(frame, length, stamp);
            return;
        }
        CRC32C checksum = FrameFormat.checksum(header.nonce(), position(), length);
        int start = output.buffer.position();
        output.putInt(length).putInt(0);
        FrameEncoder.encode(frame, stamp, output);
        int end = output.buffer.position();
        requireLength(end - start, length);
        checksum.update(output.buffer.duplicate().flip().position(start + FrameFormat.PREFIX));
        output.buffer.putInt(start + Integer.BYTES, (int) checksum.getValue());
    }

    private void addLong(Frame frame, int length, Stamp stamp) throws IOException {
        long start = position();
        CRC32C checksum = FrameFormat.checksum(header.nonce(), start, length);
        FrameOutput dry = new FrameOutput(output.buffer) {
            @Override
            void spill() {
                checksum.update(buffer.flip());
                buffer.clear();
            }
        };
        FrameEncoder.encode(frame, stamp, dry);
        dry.spill();
        output.putInt(length).putInt((int) checksum.getValue());
        FrameEncoder.encode(frame, stamp, output);
        requireLength(position() - start, length);
    }

    private static void requireLength(long written, long expected) {
        if (written != expected) {
            throw new IllegalStateException("frame of " + expected + " bytes took " + written);
        }
    }

    /** Ends the group commit: pads it to whole blocks, writes it and syncs it. */
    void sync() throws IOException {
        pad(BLOCK);
        write();
        channel.force(false);
    }

    /** After {@link #sync()} the end of what is synced, on a block boundary. */
    long position() {
        return bufferOffset + output.buffer.position();
    }

    SegmentHeader header() {
        return header;
    }

    private void pad(int multiple) throws IOException {
        long missing = FrameFormat.align(position(), multiple) - position();
        output.putBytes(new byte[(int) missing]);
    }

    private void write() throws IOException {
        ByteBuffer buffer = output.buffer.flip();
        while (buffer.hasRemaining()) {
            bufferOffset += channel.write(buffer, bufferOffset);
        }
        buffer.clear();
    }

    /** Gives back what was preallocated and not used. */
    void trim() throws IOException {
        channel.truncate(position());
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
