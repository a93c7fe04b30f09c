package io.hotcopy.workload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * One account's record: a key that a person can type, {@code 4711}, and a value that a person can read,
 * {@code balance=000000001000 note=…}, filled up to the payload size with a note that follows from the account's number
 * alone, so that every byte of it can be checked.
 */
final class Account {

    /** What every account holds at the beginning. */
    static final long OPENING_BALANCE = 1_000;

    /** Stands for the balance of an account that is not there. */
    static final long NONE = -1;

    private static final byte[] BALANCE = ascii("balance=");
    private static final byte[] NOTE = ascii(" note=");
    private static final int DIGITS = 12;
    private static final int SMALLEST = BALANCE.length + DIGITS + NOTE.length;
    private static final byte[] LETTERS = ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-");

    private Account() {}

    static byte[] key(int number) {
        return ascii(Integer.toString(number));
    }

    /** The number of the account with this key; empty when it is no account's: a person may have put anything there. */
    static OptionalInt number(byte[] key) {
        try {
            int number = Integer.parseInt(new String(key, StandardCharsets.US_ASCII));
            return number >= 0 && Arrays.equals(key, key(number)) ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    /** The value of account {@code number} with this balance, {@code payloadBytes} long (at least 26). */
    static byte[] value(int number, long balance, int payloadBytes) {
        byte[] value = new byte[Math.max(payloadBytes, SMALLEST)];
        System.arraycopy(BALANCE, 0, value, 0, BALANCE.length);
        System.arraycopy(NOTE, 0, value, BALANCE.length + DIGITS, NOTE.length);
        fillNote(number, value);
        writeBalance(value, balance);
        return value;
    }

    /** The same record with another balance. */
    static byte[] withBalance(byte[] value, long balance) {
        byte[] changed = value.clone();
        writeBalance(changed, balance);
        return changed;
    }

    /** Whether the value is an account's: a person may have put something else there. */
    static boolean isOne(byte[] value) {
        return value.length >= SMALLEST && Arrays.mismatch(BALANCE, value) == BALANCE.length && hasDigits(value);
    }

    private static boolean hasDigits(byte[] value) {
        for (int digit = BALANCE.length; digit < BALANCE.length + DIGITS; digit++) {
            if (value[digit] < '0' || value[digit] > '9') {
                return false;
            }
        }
        return true;
    }

    /** @param value one of which {@link #isOne} says that it is an account's */
    static long balance(byte[] value) {
        long balance = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            balance = balance * 10 + (value[BALANCE.length + digit] - '0');
        }
        return balance;
    }

    private static void writeBalance(byte[] value, long balance) {
        long rest = balance;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            value[BALANCE.length + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Ten letters from each random number: the note does not compress, as real payload mostly does not. */
    private static void fillNote(int number, byte[] value) {
        SplittableRandom letters = new SplittableRandom(number);
        long bits = 0;
        for (int at = SMALLEST, left = 0; at < value.length; at++, left--) {
            if (left == 0) {
                bits = letters.nextLong();
                left = 10;
            }
            value[at] = LETTERS[(int) (bits & 63)];
            bits >>>= 6;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
