package io.hotcopy.verb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which sets are to be looked at, and what must stay restorable.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies. Meant
 *     are the databases that they protect
 * @param restorableFrom instants from which on what can be restored now must stay so, besides what the policies retain
 */
public record ExpireRequest(Optional<String> what, List<Instant> restorableFrom) {

    public ExpireRequest {
        restorableFrom = List.copyOf(restorableFrom);
    }

    /** By the policies that are loaded. */
    public static ExpireRequest byPolicies() {
        return new ExpireRequest(Optional.empty(), List.of());
    }
}
