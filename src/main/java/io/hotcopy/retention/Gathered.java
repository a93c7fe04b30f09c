package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.retention.StoredSet.Condition;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sets of one collection, which stay or go together.
 *
 * @param id the collection
 * @param sets its sets, in order of their archives
 * @param full the full that made it, if it can be restored; empty for one that failed, or lacks a member
 * @param archives those of its sets, and those that its full was to copy
 */
record Gathered(ElementId id, List<StoredSet> sets, Optional<CopyRun> full, SortedSet<ArchiveId> archives) {

    /** @param runs every run of any set that is sound */
    static Gathered of(ElementId id, List<StoredSet> found, List<CopyRun> runs) {
        List<StoredSet> sets = found.stream()
                .sorted(Comparator.comparing((StoredSet set) -> set.facts().archive())
                        .thenComparing(set -> set.facts().id().value()))
                .toList();
        List<CopyRun> fulls =
                runs.stream().filter(run -> run.isFull() && run.id().equals(id)).toList();
        SortedSet<ArchiveId> archives = new TreeSet<>();
        sets.forEach(set -> archives.add(set.facts().archive()));
        fulls.forEach(run -> run.members().forEach(member -> archives.add(member.archive())));
        Optional<CopyRun> full =
                fulls.size() == 1 ? fulls.stream().filter(CopyRun::isUsable).findFirst() : Optional.empty();
        return new Gathered(id, sets, full, archives);
    }

    /** A collection is told by its id; to compare all that is known of it would take long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Gathered gathered && gathered.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    boolean isComplete() {
        return full.isPresent();
    }

    /** When its first set was begun. */
    Instant created() {
        return sets.stream()
                .map(set -> set.facts().created())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When its full could be relied on: when the last byte of it was written, and its cut was stable. */
    Instant fullEnded() {
        return full.orElseThrow().present().stream()
                .map(part -> end(part.base()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The state that its full gives: the moment at which its cut was known to be stable. */
    Instant fullCutAt() {
        return full.orElseThrow().present().stream()
                .map(part -> part.base().times().stableMark())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The facts that can be relied on. */
    Stream<SetFacts> facts() {
        return sets.stream().filter(set -> set.condition() == Condition.SOUND).map(StoredSet::facts);
    }

    Stream<ElementFacts> elements() {
        return facts().flatMap(set -> set.elements().stream());
    }

    /** The latest clock reading of an element, be it of its commits or of the copy. */
    static Instant end(ElementFacts element) {
        return Stream.concat(
                        element.times().latest().stream(),
                        Stream.of(element.times().stableMark(), element.ended()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The earliest. */
    static Instant begin(ElementFacts element) {
        return Stream.concat(element.times().earliest().stream(), Stream.of(element.began()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
