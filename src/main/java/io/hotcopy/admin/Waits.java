package io.hotcopy.admin;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/** How long an answer may be waited for, and how many may be at once: each holds a thread of the service. */
final class Waits {
    private static final String FIELD = "timeoutSec";
    private static final int AT_ONCE = 32;
    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Something that ends, or goes on when time is over. */
    @FunctionalInterface
    interface Waiting {
        boolean await(Duration timeout) throws InterruptedException;
    }

    /** How long a client is ready to wait; empty when it is not. */
    static Optional<Duration> seconds(Fields fields) {
        OptionalLong seconds = fields.optionalNumber(FIELD, 0, Integer.MAX_VALUE);
        return seconds.isEmpty() || seconds.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST)));
    }

    /**
     * Waits for an end.
     *
     * @return whether it has come; also {@code false} when too many wait already
     * @throws UnmetRequestException of status 503 when the service is stopping
     */
    boolean await(Duration timeout, Waiting waiting) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            return waiting.await(timeout);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnmetRequestException(503, "the service is stopping");
        } finally {
            places.release();
        }
    }
}
