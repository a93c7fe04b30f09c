package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.simulate.reality.PromisedRanges.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rounds whose states can be restored.
 *
 * @param rounds by the name of the storage group; all together are called {@link #WHOLE}
 */
record Restorable(SortedMap<String, SortedSet<Instant>> rounds) {

    /** Greater than every name of a storage group, for it is in lower case. */
    static final String WHOLE = "whole";

    Restorable {
        rounds = Collections.unmodifiableSortedMap(new TreeMap<>(rounds));
    }

    /** What {@code recovery} finds in sets of one life of a database. */
    static Restorable found(List<SetFacts> sets, Rounds rounds) {
        List<Coverage.OfLineage> lives = RecoveryPlanner.coverage(sets).lineages();
        if (lives.size() > 1) {
            throw new AssertionError("one life was lived, and the sets tell of several: " + lives);
        }
        SortedMap<String, SortedSet<Instant>> found = new TreeMap<>();
        for (Coverage.OfLineage life : lives) {
            life.ranges().forEach((group, ranges) -> put(found, group.value(), rounds.within(ranges)));
            put(found, WHOLE, rounds.within(life.whole()));
        }
        return new Restorable(found);
    }

    /** The same of what was promised. */
    static Restorable promised(Promise promise, Rounds rounds) {
        SortedMap<String, SortedSet<Instant>> found = new TreeMap<>();
        promise.groups().forEach((group, spans) -> put(found, group.value(), rounds.during(spans)));
        put(found, WHOLE, rounds.during(promise.whole()));
        return new Restorable(found);
    }

    private static void put(SortedMap<String, SortedSet<Instant>> found, String name, SortedSet<Instant> restorable) {
        if (!restorable.isEmpty()) {
            found.put(name, restorable);
        }
    }

    /** What is in one of the two only, a line for each storage group that differs. */
    List<String> differences(Restorable promised) {
        SortedSet<String> names = new TreeSet<>(rounds.keySet());
        names.addAll(promised.rounds.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            SortedSet<Instant> real = rounds.getOrDefault(name, Collections.emptySortedSet());
            SortedSet<Instant> said = promised.rounds.getOrDefault(name, Collections.emptySortedSet());
            if (!real.equals(said)) {
                differences.add(name + ": promised only " + without(said, real) + ", real only " + without(real, said));
            }
        }
        return differences;
    }

    private static SortedSet<Instant> without(SortedSet<Instant> some, SortedSet<Instant> others) {
        SortedSet<Instant> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
