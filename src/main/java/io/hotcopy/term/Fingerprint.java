package io.hotcopy.term;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The content of a storage group as one number: the sum modulo 2^128 of a hash of each live (table, key, value).
 *
 * <p>A sum, so that a commit changes it by a difference known without a scan (protocol §4). Equal content gives equal
 * fingerprints in any order; different content gives different ones but for a chance of about 2^-128.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Fingerprint(long high, long low) {

    /** The fingerprint of nothing. */
    public static final Fingerprint ZERO = new Fingerprint(0, 0);

    /** Length of the binary form, in bytes. */
    public static final int BYTES = 16;

    public Fingerprint plus(Fingerprint other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Fingerprint(high + other.high + carry, sum);
    }

    public Fingerprint minus(Fingerprint other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new Fingerprint(high - other.high - borrow, low - other.low);
    }

    public boolean isZero() {
        return high == 0 && low == 0;
    }

    /** Writes the 16 bytes, upper half first. */
    public void writeTo(ByteBuffer target) {
        target.putLong(high).putLong(low);
    }

    /** Reads the 16 bytes that {@link #writeTo} wrote. */
    public static Fingerprint readFrom(ByteBuffer source) {
        return new Fingerprint(source.getLong(), source.getLong());
    }

    /** Reads the 32 hexadecimal digits that {@link #toString()} writes. */
    public static Fingerprint of(String text) {
        if (text.length() != 2 * BYTES) {
            throw new IllegalArgumentException("not a fingerprint: \"" + text + "\"");
        }
        return readFrom(ByteBuffer.wrap(HexFormat.of().parseHex(text)));
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}
