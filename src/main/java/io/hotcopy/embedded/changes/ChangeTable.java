package io.hotcopy.embedded.changes;

import io.hotcopy.term.StorageGroupName;
import java.util.Arrays;

/**
 * The last change of each key of one storage group, in plain memory: an arena of bytes and an index of hashes, so that
 * a change costs little more than its own bytes and what it replaces nearly nothing. Used by one thread.
 */
final class ChangeTable {

    /** What a key costs in the index, and in the sorting, besides its entry. */
    private static final int INDEX_BYTES = 48;

    private static final int FEWEST = 32;

    private final ChangeArena arena = new ChangeArena();
    /** By hash: the number of a key, from 1; zero is an empty slot. */
    private int[] slots = new int[2 * FEWEST];

    private int[] hashes = new int[FEWEST];
    private int[] addresses = new int[FEWEST];
    private int size;

    /**
     * Sets the last change of a key.
     *
     * @param value {@code null} for a tombstone; neither array is kept
     */
    void put(byte[] key, byte[] value) {
        int hash = hash(key);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, hash, key)) {
            slot = slot + 1 & slots.length - 1;
        }
        int number = slots[slot] - 1;
        if (number < 0) {
            add(slot, hash, arena.add(key, value));
        } else if (!arena.replace(addresses[number], value)) {
            addresses[number] = arena.add(key, value);
        }
    }

    private boolean isAt(int number, int hash, byte[] key) {
        return hashes[number] == hash && arena.hasKey(addresses[number], key);
    }

    private void add(int slot, int hash, int address) {
        hashes[size] = hash;
        addresses[size] = address;
        slots[slot] = ++size;
        if (size == hashes.length) {
            grow();
        }
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * size);
        addresses = Arrays.copyOf(addresses, 2 * size);
        slots = new int[4 * size];
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    /** FNV-1a, and mixed so that every bit counts in the lowest: keys are often numbers that follow each other. */
    private static int hash(byte[] key) {
        int hash = 0x811C9DC5;
        for (byte each : key) {
            hash = (hash ^ each) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** What it takes in memory, also while it is sorted, about. */
    long bytes() {
        return arena.bytes() + (long) INDEX_BYTES * size;
    }

    /** All changes in the order of keys, as those of a storage group; nothing may be put any more. */
    ChangeStream sorted(StorageGroupName group) {
        int[] sorted = Arrays.copyOf(addresses, size);
        new ChangeSort(arena, sorted).run();
        return new HeldChanges(group, arena, sorted);
    }
}
