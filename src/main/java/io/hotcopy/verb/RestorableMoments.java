package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.TimelineResult.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns ranges of commits that can be restored into periods of time. What an element says of time is exact at its cut,
 * which holds all that was committed before its mark; a full begins to hold commits when it begins. So a range is as
 * long as the elements within it say, and never longer.
 */
final class RestorableMoments {

    /** A commit, and a moment before which everything that was committed has no higher number. */
    private record Reading(Lineage lineage, CommitNumber commit, Instant at) {}

    private final Coverage coverage;
    private final List<ElementFacts> elements;

    RestorableMoments(List<SetFacts> sets) {
        coverage = RecoveryPlanner.coverage(sets);
        elements = sets.stream().flatMap(set -> set.elements().stream()).toList();
    }

    /** When this group can be restored to. */
    List<Period> of(StorageGroupName group) {
        List<Reading> readings =
                readings(elements.stream().filter(element -> element.covers().containsKey(group)));
        return periods(readings, life -> life.ranges().getOrDefault(group, List.of()));
    }

    /** When all groups together can be restored to. */
    List<Period> ofWhole() {
        return periods(readings(elements.stream()), Coverage.OfLineage::whole);
    }

    private List<Period> periods(List<Reading> readings, Function<Coverage.OfLineage, List<TargetRange>> rangesOf) {
        List<Period> periods = new ArrayList<>();
        for (Coverage.OfLineage life : coverage.lineages()) {
            List<Reading> own = readings.stream()
                    .filter(reading ->
                            reading.lineage().id().equals(life.lineage().id()))
                    .toList();
            rangesOf.apply(life).forEach(range -> period(range, own).ifPresent(periods::add));
        }
        return joined(periods);
    }

    private static Optional<Period> period(TargetRange range, List<Reading> readings) {
        List<Instant> within = readings.stream()
                .filter(reading -> range.contains(reading.commit()))
                .map(Reading::at)
                .sorted()
                .toList();
        return within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(within.get(0), within.get(within.size() - 1)));
    }

    private static List<Reading> readings(Stream<ElementFacts> elements) {
        return elements.flatMap(element -> Stream.concat(
                        Stream.of(new Reading(
                                element.lineage(),
                                element.cut(),
                                element.times().stableMark())),
                        RestorableMoments.begin(element).stream()))
                .toList();
    }

    private static Optional<Reading> begin(ElementFacts element) {
        return switch (element.type()) {
            case FULL -> Optional.of(new Reading(element.lineage(), element.pinPoint(), element.began()));
            case SIMPLE, INCREMENTAL, JOURNAL -> Optional.empty();
        };
    }

    private static List<Period> joined(List<Period> periods) {
        List<Period> joined = new ArrayList<>();
        for (Period next : periods.stream()
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::through))
                .toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && !next.from().isAfter(joined.get(last).through())) {
                Period before = joined.get(last);
                Instant end = before.through().isAfter(next.through()) ? before.through() : next.through();
                joined.set(last, new Period(before.from(), end));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
