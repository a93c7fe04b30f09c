package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

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
     * The ranges of one lineage: of the commits that were made in it. What it shares with its parent, up to the fork,
     * is told of the parent, so a number in the ranges of one lineage only means one commit.
     *
     * @param lineage the lineage; of a parent that no set tells of, only the id is known
     * @param ranges per storage group, in rising order, neither touching nor overlapping; what incrementals alone give
     *     is a range of one commit
     * @param whole the same for the whole database: all storage groups that it had, together at one commit
     */
    public record OfLineage(
            Lineage lineage, SortedMap<StorageGroupName, List<TargetRange>> ranges, List<TargetRange> whole) {

        public OfLineage {
            whole = List.copyOf(whole);
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

    /** Whether the whole database, all its storage groups at one commit, can be restored to a commit of a lineage. */
    public boolean containsWhole(Lineage lineage, CommitNumber commit) {
        return lineages.stream()
                .filter(of -> of.lineage().id().equals(lineage.id()))
                .flatMap(of -> of.whole().stream())
                .anyMatch(range -> range.contains(commit));
    }

    /**
     * What lies between ranges.
     *
     * @param ranges in rising order, neither touching nor overlapping
     */
    public static List<TargetRange> gaps(List<TargetRange> ranges) {
        List<TargetRange> gaps = new ArrayList<>();
        for (int index = 1; index < ranges.size(); index++) {
            gaps.add(new TargetRange(
                    ranges.get(index - 1).last().next(),
                    new CommitNumber(ranges.get(index).first().value() - 1)));
        }
        return gaps;
    }

    static Coverage of(LineageTree lineages, List<CopyRun> runs) {
        return new Coverage(lineages.ids().stream()
                .map(id -> of(Life.of(id, lineages, runs), lineages))
                .filter(of -> !of.ranges().isEmpty())
                .toList());
    }

    private static OfLineage of(Life life, LineageTree lineages) {
        Lineage lineage = lineages.lineage(life.id()).orElse(Lineage.created(life.id()));
        SortedMap<StorageGroupName, List<TargetRange>> ranges = new TreeMap<>();
        for (StorageGroupName group : life.storageGroups()) {
            Ranges own = own(life.of(group), life.id(), lineages);
            if (!own.isEmpty()) {
                ranges.put(group, own.list());
            }
        }
        return new OfLineage(
                lineage, ranges, own(life.whole(), life.id(), lineages).list());
    }

    /** What is shared with the parent is told of the parent. */
    private static Ranges own(Ranges ranges, UUID lineage, LineageTree lineages) {
        return lineages.fork(lineage).map(ranges::after).orElse(ranges);
    }
}
