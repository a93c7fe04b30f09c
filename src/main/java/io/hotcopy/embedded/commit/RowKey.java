package io.hotcopy.embedded.commit;

import java.util.Arrays;

/**
 * A record's complete key as a value: equal by content, ordered as the stores order keys. The array is not copied.
 *
 * @param bytes table id first; never changed again
 */
public record RowKey(byte[] bytes) implements Comparable<RowKey> {

    @Override
    public int compareTo(RowKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes);
    }
}
