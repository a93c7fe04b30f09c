package io.hotcopy.simulate;

import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of the promises under one failure.
 *
 * @param failure what goes wrong
 * @param begins when it begins, the worst moment unless one was given; empty for no failure
 * @param ends when it is over; empty for no failure, and when it never is
 * @param stops why the database cannot go on while it lasts; empty when it can
 * @param groups for each storage group by itself
 * @param whole for all storage groups together, at one commit
 * @param rpoHolds whether the most that may be lost is within the objective; true when none is declared
 * @param rtoHolds whether the longest restore is within the objective; true when none is declared
 * @param story what happens around the worst moment of an objective that does not hold; empty when all hold
 */
public record ScenarioProof(
        Failure failure,
        Optional<Instant> begins,
        Optional<Instant> ends,
        Optional<String> stops,
        SortedMap<StorageGroupName, Exposed> groups,
        Exposed whole,
        boolean rpoHolds,
        boolean rtoHolds,
        List<StoryEvent> story) {

    public ScenarioProof {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        story = List.copyOf(story);
    }

    /** Whether every objective holds. */
    public boolean holds() {
        return rpoHolds && rtoHolds;
    }

    /** Whether the database goes on and every objective holds. */
    public boolean isSurvived() {
        return stops.isEmpty() && holds();
    }
}
