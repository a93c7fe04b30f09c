package io.hotcopy.embedded.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where an encoded frame goes: one buffer of fixed size, spilled whenever it is full, so that a frame of any length
 * needs no memory of its own.
 */
abstract class FrameOutput {

    /** Room that every single number needs at most. */
    private static final int NUMBER = Long.BYTES;

    final ByteBuffer buffer;

    /** @param buffer empty, large enough for any single number */
    FrameOutput(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** Takes away what is in the buffer and leaves it empty. */
    abstract void spill() throws IOException;

    /** How many bytes can be put for certain without a spill. */
    final int unspilled() {
        return buffer.remaining() - NUMBER;
    }

    final FrameOutput putByte(int value) throws IOException {
        room();
        buffer.put((byte) value);
        return this;
    }

    final FrameOutput putShort(int value) throws IOException {
        room();
        buffer.putShort((short) value);
        return this;
    }

    final FrameOutput putInt(int value) throws IOException {
        room();
        buffer.putInt(value);
        return this;
    }

    final FrameOutput putLong(long value) throws IOException {
        room();
        buffer.putLong(value);
        return this;
    }

    final FrameOutput putBytes(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            room();
            int length = Math.min(buffer.remaining(), bytes.length - done);
            buffer.put(bytes, done, length);
            done += length;
        }
        return this;
    }

    private void room() throws IOException {
        if (buffer.remaining() < NUMBER) {
            spill();
        }
    }
}
