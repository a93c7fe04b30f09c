package io.hotcopy.simulate;

import java.time.Instant;
import java.util.Optional;

/**
 * A failure and when it is assumed to happen.
 *
 * @param failure what goes wrong
 * @param from when it begins; empty to look for the moment at which it hurts most
 * @param to when it is over; empty for the outage that the policy declares, and for a region never
 */
public record AssumedFailure(Failure failure, Optional<Instant> from, Optional<Instant> to) {

    public AssumedFailure {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("a failure from " + from.get() + " to " + to.get() + " runs backwards");
        }
    }

    /** At its worst moment. */
    public static AssumedFailure of(Failure failure) {
        return new AssumedFailure(failure, Optional.empty(), Optional.empty());
    }
}
