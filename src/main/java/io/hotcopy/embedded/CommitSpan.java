package io.hotcopy.embedded;

import java.time.Instant;
import java.util.Optional;

/** Times of commits in, in any order, the least and the greatest out. Used by one thread. */
final class CommitSpan {

    private Instant earliest;
    private Instant latest;

    void add(Instant time) {
        if (earliest == null || time.isBefore(earliest)) {
            earliest = time;
        }
        if (latest == null || time.isAfter(latest)) {
            latest = time;
        }
    }

    Optional<Instant> earliest() {
        return Optional.ofNullable(earliest);
    }

    Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }
}
