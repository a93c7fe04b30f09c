package io.hotcopy.embedded.journal;

import io.hotcopy.term.StorageGroupName;
import java.util.Arrays;

/**
 * One changed record: its whole after-image, or a tombstone. The arrays are not copied, so that one payload serves all
 * journals: whoever makes an operation hands them over and changes them no more.
 *
 * @param group the storage group the record lies in
 * @param key the key, beginning with the table's id (4 bytes, highest first)
 * @param value the value after the commit; {@code null} for a tombstone
 */
public record Operation(StorageGroupName group, byte[] key, byte[] value) {

    /** Bytes of the table's id at the beginning of each key. */
    public static final int TABLE_BYTES = Integer.BYTES;

    public Operation {
        if (key.length < TABLE_BYTES) {
            throw new IllegalArgumentException("key of " + key.length + " bytes has no table id");
        }
    }

    public boolean isTombstone() {
        return value == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation that
                && group.equals(that.group)
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * group.hashCode() + Arrays.hashCode(key)) + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        String what = value == null ? "tombstone" : value.length + " bytes";
        return "Operation[" + group + " " + Arrays.toString(key) + " " + what + "]";
    }
}
