package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hot copy that a dry run would have taken, with the elements that it would have made.
 *
 * @param id of the run
 * @param step what was planned
 * @param at when
 * @param parts the set of each member, before its element is in it
 * @param cut where it would end
 */
record PlannedRun(ElementId id, HotCopyStep step, Instant at, List<SetFacts> parts, CommitNumber cut) {

    /** The sets with the elements in them. */
    List<SetFacts> sets() {
        List<SetFacts> sets = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            sets.add(with(parts.get(index), step.members().get(index).estimatedBytes()));
        }
        return sets;
    }

    private SetFacts with(SetFacts set, ByteSize size) {
        List<ElementFacts> elements = new ArrayList<>(set.elements());
        elements.add(element(set, size));
        boolean isNew = step.type() == HotCopyType.FULL;
        return new SetFacts(
                set.location(),
                set.kind(),
                set.id(),
                set.lineage(),
                set.database(),
                set.databaseUuid(),
                set.archive(),
                set.archiveUuid(),
                set.storageGroups(),
                isNew ? id : set.collection(),
                isNew ? at : set.created(),
                elements);
    }

    private ElementFacts element(SetFacts set, ByteSize size) {
        CommitNumber after = previous(set).map(ElementFacts::cut).orElse(CommitNumber.ZERO);
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        set.storageGroups().forEach(group -> covers.put(group, new CommitRange(after, cut)));
        return new ElementFacts(
                id,
                step.type(),
                directory(set),
                previous(set).map(ElementFacts::id),
                set.lineage(),
                set.archive(),
                set.archiveUuid(),
                parts.stream()
                        .map(part -> new ElementFacts.Member(part.archive(), part.id(), part.storageGroups()))
                        .toList(),
                cut,
                cut,
                covers,
                new ElementFacts.CommitTimes(Optional.empty(), Optional.empty(), at),
                new TreeMap<>(),
                at,
                at,
                size);
    }

    private static Optional<ElementFacts> previous(SetFacts set) {
        return set.elements().stream().max(Comparator.comparing(ElementFacts::cut));
    }

    /** {@code full}, {@code 2.inc}, {@code 1.jnl}. */
    private String directory(SetFacts set) {
        long before = set.elements().stream()
                .filter(element -> element.type() == step.type())
                .count();
        return switch (step.type()) {
            case FULL -> "full";
            case INCREMENTAL -> before + 1 + ".inc";
            case JOURNAL -> before + 1 + ".jnl";
            case SIMPLE -> throw new IllegalStateException("a simple hot copy is no element of a set");
        };
    }
}
