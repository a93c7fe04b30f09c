package io.hotcopy.driver;

import java.time.Duration;

/**
 * How long the commits answered within the last second have taken, from the call to the answer.
 *
 * @param commits how many they are; zero when the database is idle
 * @param p99 latency of 99 of 100 of them; zero when there is none
 */
public record CommitLatency(long commits, Duration p99) {

    /** Nobody commits. */
    public static final CommitLatency IDLE = new CommitLatency(0, Duration.ZERO);

    public boolean isIdle() {
        return commits == 0;
    }
}
