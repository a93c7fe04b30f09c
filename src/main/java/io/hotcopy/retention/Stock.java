package io.hotcopy.retention;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.retention.StoredSet.Condition;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All collections of a database, by the archives that were copied together: those of a backup group as it is declared,
 * or of one as it was once.
 */
final class Stock {

    private final List<Gathered> collections;
    private final Map<SortedSet<ArchiveId>, String> declared = new LinkedHashMap<>();
    private final Map<SortedSet<ArchiveId>, List<Gathered>> byArchives = new LinkedHashMap<>();

    Stock(List<StoredSet> sets, List<BackupPolicy> policies) {
        for (BackupPolicy policy : policies) {
            for (BackupGroup group : policy.backupGroups()) {
                declared.merge(
                        new TreeSet<>(group.archives()),
                        group.name(),
                        (one, other) -> one.equals(other) ? one : one + ", " + other);
            }
        }
        collections = gathered(sets);
        Collection<SortedSet<ArchiveId>> wholes = wholes();
        collections.forEach(collection -> byArchives
                .computeIfAbsent(home(collection, wholes), absent -> new ArrayList<>())
                .add(collection));
    }

    private static List<Gathered> gathered(List<StoredSet> sets) {
        List<CopyRun> runs = RecoveryPlanner.runs(sets.stream()
                .filter(set -> set.condition() == Condition.SOUND)
                .map(StoredSet::facts)
                .toList());
        Map<ElementId, List<StoredSet>> byCollection = sets.stream()
                .collect(Collectors.groupingBy(
                        set -> set.facts().collection(), LinkedHashMap::new, Collectors.toList()));
        return byCollection.entrySet().stream()
                .map(entry -> Gathered.of(entry.getKey(), entry.getValue(), runs))
                .sorted(Comparator.comparing(Gathered::created)
                        .thenComparing(collection -> collection.id().value()))
                .toList();
    }

    /** The archives that are, or were, copied together. */
    private Collection<SortedSet<ArchiveId>> wholes() {
        List<SortedSet<ArchiveId>> wholes = new ArrayList<>(declared.keySet());
        collections.stream()
                .filter(Gathered::isComplete)
                .map(Gathered::archives)
                .filter(archives -> !wholes.contains(archives))
                .forEach(wholes::add);
        return wholes;
    }

    /** Of a full that failed before it had begun all its sets, only some archives are known. */
    private static SortedSet<ArchiveId> home(Gathered collection, Collection<SortedSet<ArchiveId>> wholes) {
        if (wholes.contains(collection.archives())) {
            return collection.archives();
        }
        return wholes.stream()
                .filter(archives -> archives.containsAll(collection.archives()))
                .min(Comparator.comparing(SortedSet::size))
                .orElse(collection.archives());
    }

    /** All, the oldest first. */
    List<Gathered> collections() {
        return collections;
    }

    /** The archives copied together. */
    Collection<SortedSet<ArchiveId>> groups() {
        return byArchives.keySet();
    }

    /** The archives of the backup groups that are declared, whether anything was copied of them or not. */
    Collection<SortedSet<ArchiveId>> declaredGroups() {
        return declared.keySet();
    }

    boolean isDeclared(SortedSet<ArchiveId> archives) {
        return declared.containsKey(archives);
    }

    /** The collections of these archives, the oldest first. */
    List<Gathered> of(SortedSet<ArchiveId> archives) {
        return byArchives.getOrDefault(archives, List.of());
    }

    /** The complete ones of these archives, in the order in which their fulls ended. */
    List<Gathered> completeOf(SortedSet<ArchiveId> archives) {
        return of(archives).stream()
                .filter(Gathered::isComplete)
                .sorted(Comparator.comparing(Gathered::fullEnded))
                .toList();
    }

    /** The backup group's name; the archives, for one that is declared no more. */
    String name(SortedSet<ArchiveId> archives) {
        return Optional.ofNullable(declared.get(archives))
                .orElseGet(() ->
                        "archives " + archives.stream().map(ArchiveId::toString).collect(Collectors.joining(", ")));
    }

    /** The facts that can be relied on, of these collections. */
    static List<SetFacts> facts(Collection<Gathered> collections) {
        return collections.stream().flatMap(Gathered::facts).toList();
    }
}
