package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How new a state each storage group of a database can be restored to, by itself.
 *
 * @param groups one entry for each storage group, in order of their names
 */
public record Protection(List<OfGroup> groups) {

    public Protection {
        groups = List.copyOf(groups);
    }

    /**
     * One storage group.
     *
     * @param group its name
     * @param newest everything that was committed before this moment can be restored; empty when nothing can
     */
    public record OfGroup(StorageGroupName group, Optional<Instant> newest) {

        /** Whether that is longer ago than the policy allows. */
        boolean isOlderThan(Duration allowed, Instant now) {
            return newest.filter(at -> !at.plus(allowed).isBefore(now)).isEmpty();
        }
    }

    /** What these sets give. */
    static Protection of(List<SetFacts> sets, Collection<StorageGroupName> groups) {
        Coverage coverage = RecoveryPlanner.coverage(sets);
        List<ElementFacts> elements =
                sets.stream().flatMap(set -> set.elements().stream()).toList();
        return new Protection(groups.stream()
                .map(group -> new OfGroup(group, newest(group, elements, coverage)))
                .toList());
    }

    /** An element tells of all that was committed before its mark, so who can have its cut has that. */
    private static Optional<Instant> newest(StorageGroupName group, List<ElementFacts> elements, Coverage coverage) {
        return elements.stream()
                .sorted(Comparator.comparing(
                                (ElementFacts element) -> element.times().stableMark())
                        .reversed())
                .filter(element -> element.covers().containsKey(group))
                .filter(element -> coverage.contains(element.lineage(), group, element.cut()))
                .map(element -> element.times().stableMark())
                .findFirst();
    }

    /** The group whose newest state is the oldest, or that has none; empty when there are no groups. */
    public Optional<OfGroup> worst() {
        return groups.stream()
                .min(Comparator.comparing((OfGroup group) -> group.newest().orElse(Instant.MIN)));
    }

    /** The groups that are not as new as the policy promises. */
    List<OfGroup> olderThanPromised(BackupPolicy policy, Instant now) {
        return policy.objectives()
                .rpo()
                .map(rpo -> groups.stream()
                        .filter(group -> group.isOlderThan(rpo, now))
                        .toList())
                .orElse(List.of());
    }
}
