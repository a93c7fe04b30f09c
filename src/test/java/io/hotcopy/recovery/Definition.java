package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be restored from some sets, spelt out commit by commit as plainly as can be; slow, for small numbers. */
final class Definition {

    private final List<SetFacts> sets;
    private final Map<UUID, Lineage> known = new HashMap<>();
    private final Map<ElementId, List<ElementFacts>> runs = new LinkedHashMap<>();
    private final Map<List<Object>, boolean[]> reached = new HashMap<>();
    private final Map<List<Object>, Set<StorageGroupName>> served = new HashMap<>();

    Definition(List<SetFacts> sets) {
        this.sets = sets;
        for (SetFacts set : sets) {
            known.put(set.lineage().id(), set.lineage());
            set.elements().forEach(element -> runs.computeIfAbsent(element.id(), absent -> new ArrayList<>())
                    .add(element));
        }
    }

    /** Every lineage that is told of, be it as a parent. */
    Set<UUID> lives() {
        Set<UUID> lives = new HashSet<>(known.keySet());
        known.values().forEach(lineage -> lineage.parent().ifPresent(lives::add));
        return lives;
    }

    /** The lineage in which a commit was made; of a lineage that no set tells of, nothing but the id is known. */
    UUID home(UUID life, long commit) {
        Lineage lineage = known.get(life);
        return lineage == null
                        || lineage.parent().isEmpty()
                        || commit > lineage.fork().value()
                ? life
                : home(lineage.parent().orElseThrow(), commit);
    }

    boolean isSame(UUID one, UUID other, long commit) {
        return home(one, commit).equals(home(other, commit));
    }

    /** The bases that give a commit of a life with all groups the database had there. */
    List<List<ElementFacts>> able(UUID life, long commit) {
        return bases().stream()
                .filter(base -> groups(base).containsAll(had(life, commit)))
                .filter(base -> groups(base).stream().allMatch(group -> gives(base, life, group, commit)))
                .toList();
    }

    /** Whether some base gives a group at a commit. */
    boolean isCovered(UUID life, StorageGroupName group, long commit) {
        return bases().stream().anyMatch(base -> groups(base).contains(group) && gives(base, life, group, commit));
    }

    private boolean gives(List<ElementFacts> base, UUID life, StorageGroupName group, long commit) {
        UUID of = base.get(0).lineage().id();
        long cut = base.get(0).cut().value();
        if (commit <= cut) {
            return isSame(of, life, commit)
                    && base.stream().allMatch(full -> full.pinPoint().value() <= commit);
        }
        return isSame(of, life, cut)
                && reached.computeIfAbsent(List.of(life, group, cut), key -> reachable(life, group, cut))[(int) commit];
    }

    /** Commit by commit: reached by a journal from any reached before, or by an incremental that ends just there. */
    private boolean[] reachable(UUID life, StorageGroupName group, long start) {
        boolean[] reached = new boolean[(int) RandomRuns.LAST_COMMIT + 2];
        reached[(int) start] = true;
        for (int commit = (int) start + 1; commit < reached.length; commit++) {
            for (ElementFacts element : believed()) {
                CommitRange covers = element.covers().get(group);
                if (covers != null && carries(element, covers, life, commit)) {
                    for (int from = (int) covers.from().value(); from < commit; from++) {
                        reached[commit] |= reached[from];
                    }
                }
            }
        }
        return reached;
    }

    private boolean carries(ElementFacts element, CommitRange covers, UUID life, int commit) {
        boolean there = element.type() == HotCopyType.INCREMENTAL
                ? covers.through().value() == commit
                : covers.from().value() < commit && commit <= covers.through().value();
        return there && isSame(element.lineage().id(), life, commit);
    }

    Set<StorageGroupName> had(UUID life, long commit) {
        return served.computeIfAbsent(List.of(life, commit), key -> served(life, commit));
    }

    /** What each archive served at a commit, by the newest word of it. */
    private Set<StorageGroupName> served(UUID life, long commit) {
        Map<ArchiveId, Long> newest = new TreeMap<>();
        Map<ArchiveId, Set<StorageGroupName>> groups = new TreeMap<>();
        elements().stream()
                .filter(element -> element.cut().value() <= commit)
                .filter(element ->
                        isSame(element.lineage().id(), life, element.cut().value()))
                .sorted(Comparator.comparing(ElementFacts::cut))
                .forEach(element -> {
                    for (Member member : element.members()) {
                        long cut = element.cut().value();
                        Long before = newest.put(member.archive(), cut);
                        if (before == null || before < cut) {
                            groups.put(member.archive(), new HashSet<>());
                        }
                        groups.get(member.archive()).addAll(member.storageGroups());
                    }
                });
        return groups.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The lives, that in which something usable was copied last first. */
    List<UUID> newestFirst() {
        Map<UUID, Instant> last = new HashMap<>();
        for (List<ElementFacts> run : runs.values()) {
            ElementFacts any = run.get(0);
            if (isSound(run) && (any.type() != HotCopyType.FULL || isComplete(run))) {
                run.forEach(element -> last.merge(
                        element.lineage().id(), element.ended(), (one, other) -> one.isAfter(other) ? one : other));
            }
        }
        return last.keySet().stream()
                .sorted(Comparator.comparing(last::get).reversed())
                .toList();
    }

    /** Elements of runs whose parts do not contradict each other. */
    List<ElementFacts> believed() {
        return runs.values().stream()
                .filter(Definition::isSound)
                .flatMap(List::stream)
                .toList();
    }

    /** The complete fulls. */
    List<List<ElementFacts>> bases() {
        return runs.values().stream()
                .filter(run -> run.get(0).type() == HotCopyType.FULL && isSound(run) && isComplete(run))
                .toList();
    }

    private boolean isComplete(List<ElementFacts> run) {
        return run.size() == run.get(0).members().size();
    }

    private static boolean isSound(List<ElementFacts> run) {
        Map<StorageGroupName, Set<Fingerprint>> contents = new HashMap<>();
        run.forEach(element -> element.fingerprints()
                .forEach((group, content) -> contents.computeIfAbsent(group, absent -> new HashSet<>())
                        .add(content)));
        return contents.values().stream().allMatch(different -> different.size() == 1);
    }

    static Set<StorageGroupName> groups(List<ElementFacts> base) {
        return base.stream()
                .flatMap(element -> element.covers().keySet().stream())
                .collect(Collectors.toSet());
    }

    private List<ElementFacts> elements() {
        return sets.stream().flatMap(set -> set.elements().stream()).toList();
    }
}
