package io.hotcopy.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be proven.
 *
 * @param policies names of the policies; empty for all that are declared and have a schedule
 * @param from the first instant at which everything may be lost; the schedule has then been kept for long enough that
 *     it is as it always is
 * @param horizon how long it is looked at from then on
 * @param outage for how long a storage manager stays down; empty for what each policy declares
 * @param failures those that are assumed, one at a time; empty for none, and then every single one
 */
public record ProofRequest(
        List<String> policies,
        Instant from,
        Duration horizon,
        Optional<Duration> outage,
        List<AssumedFailure> failures) {

    /** How long is looked at where nothing is said. */
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(30);

    public ProofRequest {
        policies = List.copyOf(policies);
        failures = List.copyOf(failures);
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("a horizon is more than zero, not " + horizon);
        }
    }

    /** Every single failure, over the default horizon. */
    public static ProofRequest from(Instant from, String... policies) {
        return new ProofRequest(List.of(policies), from, DEFAULT_HORIZON, Optional.empty(), List.of());
    }

    public Instant through() {
        return from.plus(horizon);
    }
}
