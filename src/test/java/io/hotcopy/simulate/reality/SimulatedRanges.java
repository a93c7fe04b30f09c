package io.hotcopy.simulate.reality;

import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.simulate.PlayedWorld;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the simulator says of a small world. */
final class SimulatedRanges implements PromisedRanges {

    private final PlayedWorld played;

    private SimulatedRanges(PlayedWorld played) {
        this.played = played;
    }

    /** Simulates it. */
    static SimulatedRanges of(SmallWorld world) {
        return new SimulatedRanges(PlayedWorld.of(world.declared(), world.begin(), world.end(), world.failure()));
    }

    @Override
    public Promise at(Instant instant) {
        SortedMap<StorageGroupName, List<Span>> groups = new TreeMap<>();
        List<Span> whole = new ArrayList<>();
        for (Coverage.OfLineage life :
                RecoveryPlanner.coverage(played.setsAt(instant)).lineages()) {
            life.ranges().forEach((group, ranges) -> groups.put(group, spans(ranges)));
            whole.addAll(spans(life.whole()));
        }
        return new Promise(groups, whole);
    }

    private List<Span> spans(List<TargetRange> ranges) {
        return ranges.stream()
                .map(range -> new Span(played.madeAt(range.first()), played.madeAt(range.last())))
                .toList();
    }

    /** All that happens in it. */
    @Override
    public String toString() {
        return played.toString();
    }
}
