package io.hotcopy.embedded;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Random ids from a source of chance that one thread at a time may ask. */
final class RandomIds implements Supplier<UUID> {

    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;

    RandomIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public synchronized UUID get() {
        return new UUID(random.nextLong() & VERSION_MASK | VERSION_4, random.nextLong() & VARIANT_MASK | VARIANT_2);
    }

    /** A seed for a source of its own. */
    synchronized long seed() {
        return random.nextLong();
    }
}
