package io.hotcopy.simulate.reality;

import io.hotcopy.recovery.TargetRange;
import io.hotcopy.simulate.reality.PromisedRanges.Span;
import io.hotcopy.term.CommitNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The instants at which commits were made, each with the last of them: between two of them the database does not
 * change, so that the state of any instant is that of the last round before.
 */
final class Rounds {

    private final NavigableMap<Instant, CommitNumber> lasts = new TreeMap<>();

    void add(Instant at, CommitNumber last) {
        lasts.put(at, last);
    }

    /** The rounds whose state is within ranges of commits. */
    SortedSet<Instant> within(List<TargetRange> ranges) {
        SortedSet<Instant> found = new TreeSet<>();
        for (Map.Entry<Instant, CommitNumber> round : lasts.entrySet()) {
            if (ranges.stream().anyMatch(range -> range.contains(round.getValue()))) {
                found.add(round.getKey());
            }
        }
        return found;
    }

    /** The rounds whose state is within spans of time. */
    SortedSet<Instant> during(List<Span> spans) {
        SortedSet<Instant> found = new TreeSet<>();
        for (Span span : spans) {
            Optional.ofNullable(lasts.floorKey(span.from())).ifPresent(found::add);
            found.addAll(lasts.subMap(span.from(), true, span.through(), true).keySet());
        }
        return found;
    }

    /** All rounds there are. */
    SortedSet<Instant> all() {
        return new TreeSet<>(lasts.keySet());
    }
}
