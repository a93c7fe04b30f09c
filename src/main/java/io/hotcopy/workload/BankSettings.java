package io.hotcopy.workload;

/**
 * How big the bank is and how hard its clients work.
 *
 * @param accounts how many accounts there are
 * @param payloadBytes bytes of each account's record
 * @param clients how many threads transfer money
 * @param seed of every random choice
 */
public record BankSettings(int accounts, int payloadBytes, int clients, long seed) {

    /** A bank that fits a first look: ten thousand accounts of 1 KiB, four clients. */
    public static final BankSettings SMALL = new BankSettings(10_000, 1_024, 4, 1);

    public BankSettings {
        if (accounts < 2 || clients < 1) {
            throw new IllegalArgumentException("a bank needs two accounts and one client");
        }
    }
}
