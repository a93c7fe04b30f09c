package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plans of one set by itself: as if its archive had been copied alone, whatever was copied together with it. The plan
 * that comes out names the elements as they are, and what of their collection it leaves out.
 */
final class LoneSet {

    private final SetFacts set;
    private final Map<ElementId, ElementFacts> elements;

    LoneSet(SetFacts set) {
        this.set = set;
        this.elements = set.elements().stream()
                .collect(Collectors.toMap(ElementFacts::id, Function.identity(), (one, other) -> one));
    }

    RestorePlan plan(RestoreTarget target) {
        return asItIs(new Planning(List.of(alone()), target, true).plan());
    }

    /** The set as if its archive had been copied alone. */
    SetFacts alone() {
        return set.withElements(set.elements().stream().map(this::alone).toList());
    }

    private ElementFacts alone(ElementFacts element) {
        List<Member> own = element.members().stream()
                .filter(member -> member.set().equals(set.id()))
                .toList();
        return new ElementFacts(
                element.id(),
                element.type(),
                element.directory(),
                element.previous(),
                element.lineage(),
                element.archive(),
                element.archiveUuid(),
                own,
                element.pinPoint(),
                element.cut(),
                element.covers(),
                element.times(),
                element.fingerprints(),
                element.began(),
                element.ended(),
                element.size());
    }

    private RestorePlan asItIs(RestorePlan plan) {
        List<Member> missing = elements.get(plan.run()).members().stream()
                .filter(member -> !member.set().equals(set.id()))
                .toList();
        SortedSet<StorageGroupName> missingGroups = new TreeSet<>(plan.missingGroups());
        missing.forEach(member -> missingGroups.addAll(member.storageGroups()));
        missingGroups.removeAll(plan.storageGroups());
        return new RestorePlan(
                plan.database(),
                plan.kind(),
                plan.lineage(),
                plan.target(),
                plan.run(),
                plan.archives().stream().map(this::asItIs).toList(),
                missing,
                missingGroups,
                plan.recorded(),
                List.of());
    }

    private ArchivePlan asItIs(ArchivePlan archive) {
        return new ArchivePlan(
                set,
                elements.get(archive.base().id()),
                archive.steps().stream()
                        .map(step ->
                                new CoverStep(set, elements.get(step.element().id()), step.takes()))
                        .toList());
    }
}
