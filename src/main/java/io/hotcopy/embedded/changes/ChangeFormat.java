package io.hotcopy.embedded.changes;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The numbers of the format that writer and reader share; the format is drawn in the package's description. */
final class ChangeFormat {

    static final long MAGIC = 0x48434348414E4745L; // HCCHANGE
    static final int VERSION = 1;

    /** Magic, version and length of the header. */
    static final int HEADER_BEGIN = Long.BYTES + 2 * Integer.BYTES;

    /** The header's bytes besides the group's name. */
    static final int HEADER_WITHOUT_NAME = HEADER_BEGIN + 2 * Long.BYTES + 2 * Integer.BYTES;

    /** Longest header of any version. */
    static final int MAX_HEADER = 4096;

    /** Length and checksum, before each block and the trailer. */
    static final int PREFIX = 2 * Integer.BYTES;

    /** A block is written before it becomes longer than this. */
    static final int USUAL_BLOCK = 64 << 10;

    /** Longest block, which a single long record needs. */
    static final int MAX_BLOCK = 64 << 20;

    /** The lengths in a record. */
    static final int RECORD_LENGTHS = 2 * Integer.BYTES;

    /** In place of a value's length. */
    static final int TOMBSTONE = -1;

    private ChangeFormat() {}

    /**
     * The checksum of a block or trailer, bound to its file and place.
     *
     * @param header the checksum of the file's header
     * @param offset where the block begins in the file
     * @param length what stands in it as its length
     * @param content what follows its checksum; left as it is
     */
    static int checksum(int header, long offset, int length, ByteBuffer content) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                .putInt(header)
                .putLong(offset)
                .putInt(length)
                .flip());
        checksum.update(content.duplicate());
        return (int) checksum.getValue();
    }
}
