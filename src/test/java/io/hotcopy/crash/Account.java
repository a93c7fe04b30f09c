package io.hotcopy.crash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One account's row: its balance, and a payload that follows from number and balance, so that every byte is known. */
final class Account {

    static final int COUNT = 200;
    static final long OPENING = 1_000;
    private static final int PAYLOAD = 256;

    private Account() {}

    static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    static byte[] row(int number, long balance) {
        byte[] payload = new byte[PAYLOAD];
        new SplittableRandom(number * 1_000_003L + balance).nextBytes(payload);
        return ByteBuffer.wrap(payload).putLong(balance).array();
    }

    /** The balance; every byte of the row is checked. */
    static long balance(int number, byte[] row) {
        long balance = ByteBuffer.wrap(row).getLong();
        if (!Arrays.equals(row, row(number, balance))) {
            throw new AssertionError("the row of account " + number + " is torn");
        }
        return balance;
    }
}
