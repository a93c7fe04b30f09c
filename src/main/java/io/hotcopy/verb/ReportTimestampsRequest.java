package io.hotcopy.verb;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which commits to report.
 *
 * @param set where the set lies
 * @param start none that was made before; empty for all
 * @param end none that was made after the second that this begins; empty for all
 */
public record ReportTimestampsRequest(Path set, Optional<Instant> start, Optional<Instant> end) {

    /** Whether no time can lie within the bounds. */
    public boolean isBackwards() {
        return start.isPresent() && end.isPresent() && start.get().isAfter(end.get());
    }

    /** Whether a time, as it is shown, to the second, lies within the bounds. */
    boolean includes(Instant time) {
        Instant shown = time.truncatedTo(ChronoUnit.SECONDS);
        return start.filter(shown::isBefore).isEmpty()
                && end.filter(shown::isAfter).isEmpty();
    }
}
