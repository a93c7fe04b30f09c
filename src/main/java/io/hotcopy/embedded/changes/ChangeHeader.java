package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The beginning of a file of changes.
 *
 * @param group the storage group whose records it holds
 * @param range the commits it sums up
 * @param checksum the CRC-32C that ends it, which binds the blocks to it
 */
record ChangeHeader(StorageGroupName group, CommitRange range, int checksum) {

    private static final int CHECKSUM = Integer.BYTES;

    /** The header, ready to be written. */
    static ByteBuffer encode(StorageGroupName group, CommitRange range) {
        byte[] name = group.value().getBytes(StandardCharsets.US_ASCII);
        int length = ChangeFormat.HEADER_WITHOUT_NAME + name.length;
        if (length > ChangeFormat.MAX_HEADER) {
            throw new IllegalArgumentException("the name of storage group " + group + " is too long");
        }
        ByteBuffer header = ByteBuffer.allocate(length);
        header.putLong(ChangeFormat.MAGIC).putInt(ChangeFormat.VERSION).putInt(length);
        header.putLong(range.from().value()).putLong(range.through().value());
        header.putInt(name.length).put(name);
        return header.putInt(checksumOf(header)).flip();
    }

    /** The checksum of a whole header, its own place left out. */
    static int checksumOf(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.duplicate().position(0).limit(header.capacity() - CHECKSUM));
        return (int) checksum.getValue();
    }

    /** Reads a header from where the source stands, which is the file's beginning. */
    static ChangeHeader read(ChangeInput source) {
        ByteBuffer begin = source.read(ChangeFormat.HEADER_BEGIN, "its header");
        long magic = begin.getLong();
        if (magic != ChangeFormat.MAGIC) {
            throw new HotCopyException("\"" + source.file() + "\" is not ours: expected magic "
                    + Long.toHexString(ChangeFormat.MAGIC) + ", found " + Long.toHexString(magic));
        }
        int version = begin.getInt();
        int length = begin.getInt();
        if (length < ChangeFormat.HEADER_BEGIN + CHECKSUM || length > ChangeFormat.MAX_HEADER) {
            throw source.damaged("its header says that it is " + length + " bytes long", 0);
        }
        ByteBuffer whole = ByteBuffer.allocate(length).put(begin.rewind());
        whole.put(source.read(length - ChangeFormat.HEADER_BEGIN, "its header"));
        int stated = whole.getInt(length - CHECKSUM);
        if (stated != checksumOf(whole)) {
            throw source.damaged("its header does not have the checksum that it states", 0);
        }
        requireKnown(source, version);
        return decode(source, whole.flip().position(ChangeFormat.HEADER_BEGIN), stated);
    }

    private static void requireKnown(ChangeInput source, int version) {
        if (version > ChangeFormat.VERSION) {
            throw new HotCopyException(
                    "\"" + source.file() + "\" is too new: it has format version " + version + ", known are up to "
                            + ChangeFormat.VERSION,
                    "Use the version of hotcopy that wrote it, or a later one.");
        }
    }

    private static ChangeHeader decode(ChangeInput source, ByteBuffer fields, int checksum) {
        try {
            CommitRange range = new CommitRange(new CommitNumber(fields.getLong()), new CommitNumber(fields.getLong()));
            byte[] name = new byte[fields.getInt()];
            fields.get(name);
            return new ChangeHeader(new StorageGroupName(new String(name, StandardCharsets.US_ASCII)), range, checksum);
        } catch (RuntimeException impossible) {
            DamagedArchiveException damaged = source.damaged("its header has the right checksum and no sense", 0);
            damaged.addSuppressed(impossible);
            throw damaged;
        }
    }
}
