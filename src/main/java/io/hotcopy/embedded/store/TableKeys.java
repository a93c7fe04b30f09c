package io.hotcopy.embedded.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys of records: four bytes of table id, big-endian, then the user's key; so that a table is one range of keys and
 * ranges follow each other in the order of ids.
 */
public final class TableKeys {

    /** Length of the table id that each key begins with, in bytes. */
    public static final int ID_BYTES = Integer.BYTES;

    private TableKeys() {}

    /** The complete key of a record. */
    public static byte[] key(int table, byte[] userKey) {
        return ByteBuffer.allocate(ID_BYTES + userKey.length)
                .putInt(table)
                .put(userKey)
                .array();
    }

    /** The table's id in a complete key of at least four bytes. */
    public static int table(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    /** The user's part of a complete key. */
    public static byte[] userKey(byte[] key) {
        return Arrays.copyOfRange(key, ID_BYTES, key.length);
    }

    /** The first key that a table can have; inclusive. */
    public static byte[] from(int table) {
        return ByteBuffer.allocate(ID_BYTES).putInt(table).array();
    }

    /** The key after the last one that a table can have; exclusive. */
    public static byte[] to(int table) {
        return from(table + 1);
    }
}
