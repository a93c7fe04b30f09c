package io.hotcopy.embedded.changes;

/**
 * Sorts addresses of changes by their keys. What all keys begin with is looked at once; then nearly every two keys
 * differ in the next eight bytes, which are compared as one number without going to the arena. Used once.
 */
final class ChangeSort {

    /** So few are sorted by insertion. */
    private static final int FEW = 12;

    private final ChangeArena arena;
    private int[] addresses;
    private long[] eights;
    private int[] mergedAddresses;
    private long[] mergedEights;

    /** @param addresses sorted in place */
    ChangeSort(ChangeArena arena, int[] addresses) {
        this.arena = arena;
        this.addresses = addresses;
    }

    void run() {
        int skipped = shared();
        eights = new long[addresses.length];
        for (int index = 0; index < addresses.length; index++) {
            // Flipped, so that they compare as unsigned.
            eights[index] = arena.eight(addresses[index], skipped) ^ Long.MIN_VALUE;
        }
        mergedAddresses = new int[addresses.length];
        mergedEights = new long[addresses.length];
        sort(0, addresses.length);
    }

    /** The number of bytes that all keys begin with. */
    private int shared() {
        int shared = Integer.MAX_VALUE;
        for (int index = 1; index < addresses.length; index++) {
            shared = Math.min(shared, arena.shared(addresses[0], addresses[index]));
        }
        return addresses.length < 2 ? 0 : shared;
    }

    private void sort(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        int middle = from + to >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (isAfter(middle - 1, eights[middle], addresses[middle])) {
            merge(from, middle, to);
        }
    }

    private void insert(int from, int to) {
        for (int index = from + 1; index < to; index++) {
            long eight = eights[index];
            int address = addresses[index];
            int at = index;
            while (at > from && isAfter(at - 1, eight, address)) {
                eights[at] = eights[at - 1];
                addresses[at] = addresses[at - 1];
                at--;
            }
            eights[at] = eight;
            addresses[at] = address;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(eights, from, mergedEights, from, middle - from);
        System.arraycopy(addresses, from, mergedAddresses, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && comesAfter(mergedEights[left], mergedAddresses[left], eights[right], addresses[right])) {
                eights[at] = eights[right];
                addresses[at] = addresses[right++];
            } else {
                eights[at] = mergedEights[left];
                addresses[at] = mergedAddresses[left++];
            }
        }
    }

    private boolean isAfter(int index, long eight, int address) {
        return comesAfter(eights[index], addresses[index], eight, address);
    }

    private boolean comesAfter(long eight, int address, long otherEight, int otherAddress) {
        return eight > otherEight || eight == otherEight && arena.compare(address, otherAddress) > 0;
    }
}
