package io.hotcopy.crash;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One transfer between two accounts, and the row that marks it as made.
 *
 * @param id never used twice, over all children
 * @param from account that pays
 * @param to account that is paid
 * @param amount how much
 */
record Transfer(long id, int from, int to, int amount) {

    /** Long enough that a torn one would show. */
    private static final int BYTES = 64;

    byte[] key() {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    byte[] row() {
        ByteBuffer row = ByteBuffer.allocate(BYTES).putInt(from).putInt(to).putInt(amount);
        while (row.remaining() >= Integer.BYTES) {
            row.putInt((int) id);
        }
        return row.array();
    }

    /** Reads one back; every byte of it is checked. */
    static Transfer read(byte[] key, byte[] row) {
        ByteBuffer fields = ByteBuffer.wrap(row);
        Transfer transfer =
                new Transfer(ByteBuffer.wrap(key).getLong(), fields.getInt(), fields.getInt(), fields.getInt());
        if (!Arrays.equals(row, transfer.row())) {
            throw new AssertionError("the row of transfer " + transfer.id + " is torn");
        }
        return transfer;
    }
}
