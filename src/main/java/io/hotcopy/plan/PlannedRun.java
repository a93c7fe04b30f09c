package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
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
 * A hot copy that is only assumed to be taken.
 *
 * @param id of the run
 * @param step what was planned
 * @param began when
 * @param parts the set of each member as it was then; that of a full has no element yet
 * @param cut the least commit at which it can end
 */
public record PlannedRun(ElementId id, HotCopyStep step, Instant began, List<SetFacts> parts, CommitNumber cut) {

    public PlannedRun {
        parts = List.copyOf(parts);
    }

    /** The set with the element of this run in it. */
    SetFacts published(int member, SetFacts set, CommitNumber end, Instant ended) {
        List<ElementFacts> elements = new ArrayList<>(set.elements());
        elements.add(element(member, set, end, ended));
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
                set.collection(),
                set.created(),
                elements);
    }

    private ElementFacts element(int member, SetFacts set, CommitNumber end, Instant ended) {
        CommitNumber after = previous(set).map(ElementFacts::cut).orElse(CommitNumber.ZERO);
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        set.storageGroups().forEach(group -> covers.put(group, new CommitRange(after, end)));
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
                end,
                end,
                covers,
                new ElementFacts.CommitTimes(Optional.empty(), Optional.empty(), ended),
                new TreeMap<>(),
                began,
                ended,
                step.members().get(member).estimatedBytes());
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
            case FULL -> HotCopyType.FULL.word();
            case INCREMENTAL -> before + 1 + ".inc";
            case JOURNAL -> before + 1 + ".jnl";
            case SIMPLE -> throw new IllegalStateException("a simple hot copy is no element of a set");
        };
    }
}
