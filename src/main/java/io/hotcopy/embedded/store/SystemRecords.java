package io.hotcopy.embedded.store;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The records of an archive's system column family: {@code format} (4 bytes), {@code applied} (8 bytes) and
 * {@code fingerprint/GROUP/} with four bytes of table id (16 bytes). Numbers are big-endian.
 */
final class SystemRecords {

    /** What this version writes, and the newest it reads. */
    static final int FORMAT = 1;

    static final byte[] FORMAT_KEY = ascii("format");
    static final byte[] APPLIED_KEY = ascii("applied");
    static final byte[] FINGERPRINTS_FROM = ascii("fingerprint/");
    static final byte[] FINGERPRINTS_TO = ascii("fingerprint0");

    private SystemRecords() {}

    static byte[] format(int version) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(version).array();
    }

    static int format(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }

    static byte[] applied(CommitNumber number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number.value()).array();
    }

    static CommitNumber applied(byte[] value) {
        return new CommitNumber(ByteBuffer.wrap(value).getLong());
    }

    static byte[] fingerprintKey(StorageGroupName group, int table) {
        byte[] prefix = ascii("fingerprint/" + group + "/");
        return ByteBuffer.allocate(prefix.length + Integer.BYTES)
                .put(prefix)
                .putInt(table)
                .array();
    }

    static TableInGroup fingerprintKey(byte[] key) {
        int table = key.length - Integer.BYTES;
        int group = FINGERPRINTS_FROM.length;
        String name = new String(key, group, table - 1 - group, StandardCharsets.US_ASCII);
        return new TableInGroup(new StorageGroupName(name), ByteBuffer.wrap(key).getInt(table));
    }

    static byte[] fingerprint(Fingerprint value) {
        ByteBuffer buffer = ByteBuffer.allocate(Fingerprint.BYTES);
        value.writeTo(buffer);
        return buffer.array();
    }

    static Fingerprint fingerprint(byte[] value) {
        return Fingerprint.readFrom(ByteBuffer.wrap(value));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
