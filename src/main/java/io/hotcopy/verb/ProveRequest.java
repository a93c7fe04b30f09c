package io.hotcopy.verb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be proven.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies
 * @param days how far it looks ahead, one day or more
 * @param fail the failures that are assumed, one at a time: {@code sm:N}, {@code region:NAME} or {@code run:TYPE}, each
 *     with {@code @FROM} or {@code @FROM..TO} unless its worst moment is to be found; empty for none, and then every
 *     single one
 * @param outage for how long a storage manager stays down; empty for what each policy declares
 */
public record ProveRequest(Optional<String> what, int days, List<String> fail, Optional<Duration> outage) {

    /** How many days are looked at, unless told otherwise. */
    public static final int DAYS = 30;

    public ProveRequest {
        fail = List.copyOf(fail);
    }

    /** Every single failure, over the usual days. */
    public static ProveRequest of(Optional<String> what) {
        return new ProveRequest(what, DAYS, List.of(), Optional.empty());
    }
}
