package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32C;

/** The numbers of the frame format that writer and reader share; the format is drawn in the package's description. */
final class FrameFormat {

    /** A group commit begins on, and is padded to, a multiple of this: an acknowledged block is never rewritten. */
    static final int BLOCK = 4096;

    /** A frame begins at a multiple of this, so that its length never lies across two blocks. */
    static final int ALIGNMENT = 8;

    /** Longest frame. */
    static final int MAX_BYTES = 64 << 20;

    /** Length and checksum, which the checksum does not cover as they stand. */
    static final int PREFIX = 2 * Integer.BYTES;

    /** Prefix, lsn, synced, stable, time, type. */
    static final int HEADER = PREFIX + 4 * Long.BYTES + 1;

    static final int TYPE_COMMIT = 1;
    static final int TYPE_MARK = 2;
    static final int TYPE_VIEW = 3;

    /** In place of a value's length. */
    static final int TOMBSTONE = -1;

    private FrameFormat() {}

    /**
     * What the writer adds to a frame.
     *
     * @param lsn its log sequence number
     * @param synced every frame through this lsn was synced before this one was written
     * @param stable the stable number known
     */
    record Stamp(long lsn, long synced, CommitNumber stable) {}

    static long align(long offset, int multiple) {
        return (offset + multiple - 1) / multiple * multiple;
    }

    static long toMicroseconds(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant fromMicroseconds(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    /** A checksum begun with what binds a frame to its place: segment generation, offset and length. */
    static CRC32C checksum(long nonce, long offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(nonce)
                .putLong(offset)
                .putInt(length)
                .flip());
        return checksum;
    }
}
