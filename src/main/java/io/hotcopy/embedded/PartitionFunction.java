package io.hotcopy.embedded;

import java.util.Optional;

/** How a user's key chooses its partition. Named in the schema: what a name means never changes. */
public enum PartitionFunction {

    /** MurmurHash3, the 32-bit form for x86 with seed zero, by Austin Appleby. */
    MURMUR3_32("murmur3-32") {
        @Override
        int hash(byte[] key) {
            return Murmur3.hash(key);
        }
    };

    private final String word;

    PartitionFunction(String word) {
        this.word = word;
    }

    abstract int hash(byte[] key);

    /** The partition of a user's key, from zero up to, not including, {@code partitions}. */
    public int partition(byte[] userKey, int partitions) {
        return Math.floorMod(hash(userKey), partitions);
    }

    /** The name kept in the schema. */
    public String word() {
        return word;
    }

    /** The function of that name; empty when this version knows none. */
    public static Optional<PartitionFunction> of(String word) {
        for (PartitionFunction function : values()) {
            if (function.word.equals(word)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
