package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can be restored, per life of the database and storage group: ranges of commits, with gaps between them.
 *
 * @param lineages one entry for each lineage that can be restored to, in order of their ids
 */
public record Coverage(List<OfLineage> lineages) {

    public Coverage {
        lineages = List.copyOf(lineages);
    }

    /**
     * The ranges of one lineage.
     *
     * @param lineage the lineage
     * @param ranges per storage group, in rising order, neither touching nor overlapping
     */
    public record OfLineage(Lineage lineage, SortedMap<StorageGroupName, List<TargetRange>> ranges) {

        public OfLineage {
            ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
        }
    }

    /** Whether a group can be restored to a commit of a lineage. */
    public boolean contains(Lineage lineage, StorageGroupName group, CommitNumber commit) {
        return lineages.stream()
                .filter(of -> of.lineage().id().equals(lineage.id()))
                .flatMap(of -> of.ranges().getOrDefault(group, List.of()).stream())
                .anyMatch(range -> range.contains(commit));
    }

    static Coverage of(List<CopyRun> runs) {
        Map<Lineage, SortedMap<StorageGroupName, List<TargetRange>>> collected = new LinkedHashMap<>();
        for (CopyRun run : runs) {
            if (run.isUsable()) {
                SortedMap<StorageGroupName, List<TargetRange>> ranges =
                        collected.computeIfAbsent(run.lineage(), absent -> new TreeMap<>());
                for (StorageGroupName group : run.storageGroups()) {
                    ranges.computeIfAbsent(group, absent -> new ArrayList<>()).add(run.targets());
                }
            }
        }
        return new Coverage(collected.entrySet().stream()
                .map(entry -> new OfLineage(entry.getKey(), joined(entry.getValue())))
                .sorted(Comparator.comparing(of -> of.lineage().id()))
                .toList());
    }

    private static SortedMap<StorageGroupName, List<TargetRange>> joined(
            SortedMap<StorageGroupName, List<TargetRange>> ranges) {
        SortedMap<StorageGroupName, List<TargetRange>> result = new TreeMap<>();
        ranges.forEach((group, list) -> result.put(group, joined(list)));
        return result;
    }

    private static List<TargetRange> joined(List<TargetRange> ranges) {
        List<TargetRange> result = new ArrayList<>();
        for (TargetRange range : ranges.stream().sorted().toList()) {
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).meets(range)) {
                result.set(last, result.get(last).joinedWith(range));
            } else {
                result.add(range);
            }
        }
        return List.copyOf(result);
    }
}
