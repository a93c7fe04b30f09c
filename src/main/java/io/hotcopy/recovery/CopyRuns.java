package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the elements of many sets together to the runs that made them. */
final class CopyRuns {

    /** What all elements of one run have in common; elements that differ in any of it are not of one run. */
    private record Key(ElementId run, HotCopyType type, Lineage lineage, CommitNumber cut, List<Member> members) {}

    private final Map<Key, Map<SetId, ArchivePlan>> runs = new LinkedHashMap<>();
    private final Map<Part.Key, ArchivePlan> firstSeen = new HashMap<>();
    private final Map<ElementId, String> contradictions = new HashMap<>();

    private CopyRuns() {}

    /** The runs of all elements, in order of lineage, cut and id. */
    static List<CopyRun> of(List<SetFacts> sets) {
        CopyRuns found = new CopyRuns();
        for (SetFacts set : sets) {
            set.elements().forEach(element -> found.add(new ArchivePlan(set, element, List.of())));
        }
        return found.runs.entrySet().stream()
                .map(entry -> found.run(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((CopyRun run) -> run.lineage().id())
                        .thenComparing(CopyRun::cut)
                        .thenComparing(run -> run.id().value()))
                .toList();
    }

    private void add(ArchivePlan part) {
        ElementFacts element = part.base();
        Key key = new Key(element.id(), element.type(), element.lineage(), element.cut(), element.members());
        runs.computeIfAbsent(key, absent -> new LinkedHashMap<>())
                .putIfAbsent(part.set().id(), part);
        ArchivePlan first = firstSeen.putIfAbsent(new Part.Key(part.set().id(), element.id()), part);
        if (first != null && !first.base().equals(element)) {
            contradictions.put(
                    element.id(),
                    "set " + part.set().id() + " lies in \"" + first.set().location() + "\" and in \""
                            + part.set().location() + "\", and they differ");
        }
    }

    private CopyRun run(Key key, Map<SetId, ArchivePlan> bySet) {
        List<ArchivePlan> present = key.members().stream()
                .map(member -> bySet.get(member.set()))
                .filter(part -> part != null)
                .sorted(Comparator.comparing(ArchivePlan::archive))
                .toList();
        List<Member> missing = key.members().stream()
                .filter(member -> !bySet.containsKey(member.set()))
                .toList();
        return new CopyRun(
                key.run(),
                key.type(),
                key.lineage(),
                key.cut(),
                key.members(),
                present,
                missing,
                Optional.ofNullable(contradictions.get(key.run())).or(() -> unequalCopies(present)));
    }

    /** A group that was copied twice (M37) is a check: both copies must be equal at the cut. */
    private static Optional<String> unequalCopies(List<ArchivePlan> present) {
        Map<StorageGroupName, ArchivePlan> firstWith = new HashMap<>();
        for (ArchivePlan part : present) {
            for (Map.Entry<StorageGroupName, Fingerprint> entry :
                    part.base().fingerprints().entrySet()) {
                ArchivePlan first = firstWith.putIfAbsent(entry.getKey(), part);
                if (first != null
                        && !entry.getValue().equals(first.base().fingerprints().get(entry.getKey()))) {
                    return Optional.of("storage group " + entry.getKey() + " differs between archive "
                            + first.archive() + " and archive " + part.archive() + " at commit "
                            + part.base().cut());
                }
            }
        }
        return Optional.empty();
    }
}
