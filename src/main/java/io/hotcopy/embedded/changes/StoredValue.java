package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.journal.PlacedOperation.Place;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Values as they are sorted: {@code 0 value} for one that is here, {@code 1 file:4 offset:8 length:4 checksum:4} for
 * one that was left where it lies, nothing for a tombstone.
 */
final class StoredValue {

    private static final byte HERE = 0;
    private static final byte LEFT = 1;

    private StoredValue() {}

    /** A value, or a tombstone. */
    static byte[] here(byte[] value) {
        if (value == null) {
            return null;
        }
        byte[] stored = new byte[1 + value.length];
        stored[0] = HERE;
        System.arraycopy(value, 0, stored, 1, value.length);
        return stored;
    }

    static byte[] left(int file, Place place) {
        return ByteBuffer.allocate(1 + Long.BYTES + 3 * Integer.BYTES)
                .put(LEFT)
                .putInt(file)
                .putLong(place.offset())
                .putInt(place.length())
                .putInt(place.checksum())
                .array();
    }

    /** The value that was stored; throws as {@link LeftReader#read} does. */
    static byte[] value(byte[] stored, LeftReader reader) {
        if (stored == null) {
            return null;
        }
        if (stored[0] == HERE) {
            return Arrays.copyOfRange(stored, 1, stored.length);
        }
        ByteBuffer left = ByteBuffer.wrap(stored).position(1);
        return reader.read(left.getInt(), new Place(left.getLong(), left.getInt(), left.getInt()));
    }
}
