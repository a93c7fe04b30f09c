package io.hotcopy.simulate.reality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a world that was played for real. */
final class RealHistory {

    private final Rounds rounds = new Rounds();
    private final WrittenRows rows;
    private final List<Happening> happenings = new ArrayList<>();
    /** What could be restored, from each instant at which something happened until the next. */
    private final NavigableMap<Instant, Restorable> restorable = new TreeMap<>();

    RealHistory(WrittenRows rows) {
        this.rows = rows;
    }

    Rounds rounds() {
        return rounds;
    }

    WrittenRows rows() {
        return rows;
    }

    List<Happening> happenings() {
        return happenings;
    }

    NavigableMap<Instant, Restorable> restorable() {
        return restorable;
    }

    /**
     * Where promises differ from what was found.
     *
     * @param promised is asked just before the next instant at which anything happens
     * @return the first instant at which they do, with a line for each storage group; empty when all are kept
     */
    List<String> differences(PromisedRanges promised) {
        for (Instant at : restorable.keySet()) {
            Instant next = restorable.higherKey(at);
            Instant asked = next == null ? at.plusSeconds(3_600) : next.minusMillis(1);
            List<String> differences = restorable.get(at).differences(Restorable.promised(promised.at(asked), rounds));
            if (!differences.isEmpty()) {
                List<String> told = new ArrayList<>(List.of("from " + at + ", asked at " + asked));
                told.addAll(differences);
                return told;
            }
        }
        return List.of();
    }

    @Override
    public String toString() {
        return happenings.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
