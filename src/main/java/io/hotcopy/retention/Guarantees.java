package io.hotcopy.retention;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.Problem.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether what is to stay restorable, by name, can be restored at all. */
final class Guarantees {

    private final Stock stock;
    private final ZoneId zone;

    Guarantees(Stock stock, ZoneId zone) {
        this.stock = stock;
        this.zone = zone;
    }

    /** Why it cannot; empty when it can. */
    Optional<Problem> refusal(List<Instant> restorableFrom) {
        Optional<Instant> oldest = stock.collections().stream()
                .filter(Gathered::isComplete)
                .map(Gathered::fullEnded)
                .min(Comparator.naturalOrder());
        return restorableFrom.stream()
                .filter(from -> oldest.filter(full -> !full.isAfter(from)).isEmpty())
                .min(Comparator.naturalOrder())
                .map(from -> refused(from, oldest));
    }

    private Problem refused(Instant from, Optional<Instant> oldest) {
        return new Problem(
                Severity.ERROR,
                "the database cannot be kept restorable from " + Moment.words(from, zone)
                        + oldest.map(full -> ": its oldest complete full is of " + Moment.words(full, zone))
                                .orElse(": it has no complete full"),
                List.of("Nothing is deleted."),
                Optional.empty());
    }
}
