package io.hotcopy.embedded.changes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Changes one behind the other in pieces of memory, each known by its address: {@code keyLength:4 valueLength:4 key
 * value}, the value's length -1 for a tombstone. Used by one thread while it is filled, then read by any.
 */
final class ChangeArena {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bits of an address within its piece: pieces of 64 KiB, or longer for one change that is. */
    private static final int PIECE_BITS = 16;

    private static final int PIECE = 1 << PIECE_BITS;
    private static final int MOST_PIECES = 1 << Integer.SIZE - 1 - PIECE_BITS;
    private static final int VALUE_LENGTH = Integer.BYTES;
    private static final int KEY = 2 * Integer.BYTES;

    private final List<byte[]> pieces = new ArrayList<>();
    private int used = PIECE;
    private long bytes;

    /** Adds a change and gives its address, which is not negative. */
    int add(byte[] key, byte[] value) {
        int at = room(KEY + key.length + (value == null ? 0 : value.length));
        byte[] piece = pieces.get(pieces.size() - 1);
        INT.set(piece, at, key.length);
        INT.set(piece, at + VALUE_LENGTH, value == null ? ChangeFormat.TOMBSTONE : value.length);
        System.arraycopy(key, 0, piece, at + KEY, key.length);
        if (value != null) {
            System.arraycopy(value, 0, piece, at + KEY + key.length, value.length);
        }
        return pieces.size() - 1 << PIECE_BITS | at;
    }

    private int room(int length) {
        if (length > PIECE - used) {
            if (pieces.size() == MOST_PIECES) {
                throw new IllegalStateException("changes of " + bytes + " bytes are held in memory");
            }
            pieces.add(new byte[Math.max(PIECE, length)]);
            bytes += Math.max(0, PIECE - used);
            used = 0;
        }
        int at = used;
        used += length;
        bytes += length;
        return at;
    }

    /**
     * Puts another value in the place of one.
     *
     * @return whether it has its length; else nothing is done
     */
    boolean replace(int address, byte[] value) {
        if (valueLength(address) != (value == null ? ChangeFormat.TOMBSTONE : value.length)) {
            return false;
        }
        if (value != null) {
            System.arraycopy(value, 0, piece(address), keyAt(address) + keyLength(address), value.length);
        }
        return true;
    }

    /** What the changes take, those that were replaced and the unused ends of pieces too. */
    long bytes() {
        return bytes;
    }

    boolean hasKey(int address, byte[] key) {
        int at = keyAt(address);
        return keyLength(address) == key.length
                && Arrays.equals(piece(address), at, at + key.length, key, 0, key.length);
    }

    byte[] key(int address) {
        int at = keyAt(address);
        return Arrays.copyOfRange(piece(address), at, at + keyLength(address));
    }

    /** An array of its own; {@code null} for a tombstone. */
    byte[] value(int address) {
        int length = valueLength(address);
        int at = keyAt(address) + keyLength(address);
        return length == ChangeFormat.TOMBSTONE ? null : Arrays.copyOfRange(piece(address), at, at + length);
    }

    /** Compares two keys as unsigned bytes. */
    int compare(int one, int other) {
        int from = keyAt(one);
        int otherFrom = keyAt(other);
        return Arrays.compareUnsigned(
                piece(one), from, from + keyLength(one), piece(other), otherFrom, otherFrom + keyLength(other));
    }

    /** With how many equal bytes two keys begin. */
    int shared(int one, int other) {
        int from = keyAt(one);
        int otherFrom = keyAt(other);
        int mismatch = Arrays.mismatch(
                piece(one), from, from + keyLength(one), piece(other), otherFrom, otherFrom + keyLength(other));
        return mismatch < 0 ? keyLength(one) : mismatch;
    }

    /** Eight bytes of a key, as a number that compares as they do when it is flipped; zeros behind the key's end. */
    long eight(int address, int skipped) {
        int from = keyAt(address) + skipped;
        int left = keyLength(address) - skipped;
        byte[] piece = piece(address);
        if (left >= Long.BYTES) {
            return (long) LONG.get(piece, from);
        }
        long eight = 0;
        for (int index = 0; index < left; index++) {
            eight |= (piece[from + index] & 0xFFL) << Long.SIZE - Byte.SIZE * (index + 1);
        }
        return eight;
    }

    private byte[] piece(int address) {
        return pieces.get(address >>> PIECE_BITS);
    }

    private static int within(int address) {
        return address & PIECE - 1;
    }

    private static int keyAt(int address) {
        return within(address) + KEY;
    }

    private int keyLength(int address) {
        return (int) INT.get(piece(address), within(address));
    }

    private int valueLength(int address) {
        return (int) INT.get(piece(address), within(address) + VALUE_LENGTH);
    }
}
