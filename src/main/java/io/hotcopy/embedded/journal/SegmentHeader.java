package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The first block of a segment; drawn in the package's description.
 *
 * @param identity whose segment it is
 * @param number rises by one from segment to segment
 * @param nonce random for each segment ever begun, so that bytes which lay in its file before are no frames of it
 * @param firstLsn log sequence number of its first frame: the last one of the segment before is one less
 * @param before the highest commit in all earlier segments
 */
record SegmentHeader(JournalIdentity identity, long number, long nonce, long firstLsn, CommitNumber before) {

    static final long MAGIC = 0x48434A4F55524E4CL; // HCJOURNL
    static final int VERSION = 1;
    static final int CHECKSUM_OFFSET = FrameFormat.BLOCK - Integer.BYTES;

    private static final UUID NO_PARENT = new UUID(0, 0);

    /**
     * What is wrong with a block as a header; empty when nothing is. Magic, version and checksum stand at the same
     * places in every version.
     *
     * @throws HotCopyException when a later version of this program wrote it
     */
    static Optional<String> flaw(Path file, ByteBuffer block) {
        if (block.getLong(0) != MAGIC) {
            return Optional.of("it is not ours: expected magic " + hex(MAGIC) + ", found " + hex(block.getLong(0)));
        }
        int expected = block.getInt(CHECKSUM_OFFSET);
        int actual = checksum(block);
        if (expected != actual) {
            return Optional.of("its header has checksum " + hex(actual) + " and says " + hex(expected));
        }
        int version = block.getInt(Long.BYTES);
        if (version > VERSION) {
            throw new HotCopyException(
                    "\"" + file + "\" is too new: it has format version " + version + ", known are up to " + VERSION,
                    "Use the version of hotcopy that wrote it, or a later one.");
        }
        return Optional.empty();
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }

    private static String hex(int value) {
        return Integer.toHexString(value);
    }

    static int checksum(ByteBuffer block) {
        CRC32C checksum = new CRC32C();
        checksum.update(block.duplicate().position(0).limit(CHECKSUM_OFFSET));
        return (int) checksum.getValue();
    }

    /** The block, ready to be written. */
    ByteBuffer encode() {
        ByteBuffer block = ByteBuffer.allocate(FrameFormat.BLOCK);
        Lineage lineage = identity.lineage();
        block.putLong(MAGIC).putInt(VERSION).putInt(identity.archive().value());
        put(block, identity.databaseUuid());
        put(block, identity.archiveUuid());
        put(block, lineage.id());
        put(block, lineage.parent().orElse(NO_PARENT));
        block.putLong(lineage.fork().value());
        block.putLong(number).putLong(nonce).putLong(firstLsn).putLong(before.value());
        return block.putInt(CHECKSUM_OFFSET, checksum(block)).clear();
    }

    /** Reads a block without {@link #flaw}. */
    static SegmentHeader decode(ByteBuffer block) {
        ByteBuffer source = block.duplicate().position(Long.BYTES + Integer.BYTES);
        ArchiveId archive = new ArchiveId(source.getInt());
        UUID database = uuid(source);
        UUID archiveUuid = uuid(source);
        UUID life = uuid(source);
        Optional<UUID> parent = Optional.of(uuid(source)).filter(uuid -> !uuid.equals(NO_PARENT));
        Lineage lineage = new Lineage(life, parent, new CommitNumber(source.getLong()));
        return new SegmentHeader(
                new JournalIdentity(database, lineage, archive, archiveUuid),
                source.getLong(),
                source.getLong(),
                source.getLong(),
                new CommitNumber(source.getLong()));
    }

    private static void put(ByteBuffer block, UUID uuid) {
        block.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer source) {
        return new UUID(source.getLong(), source.getLong());
    }
}
