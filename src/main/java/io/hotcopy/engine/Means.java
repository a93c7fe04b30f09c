package io.hotcopy.engine;

import io.hotcopy.driver.DomainDriver;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What every run of an engine works with.
 *
 * @param driver the live domain
 * @param options how to copy
 * @param clock for what is written down
 * @param nanos for what is measured and waited for
 * @param ids where ids come from
 */
record Means(DomainDriver driver, EngineOptions options, Clock clock, NanoClock nanos, RandomGenerator ids) {

    /** A new random id, of version 4. */
    UUID newId() {
        long high = ids.nextLong() & ~0xF000L | 0x4000L;
        long low = ids.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
