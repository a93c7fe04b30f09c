package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sets of one database that its present life may append to (protocol §1), and what they tell. */
final class KnownSets {
    private final Map<ArchiveId, List<SetFacts>> byArchive;
    private final Map<SetId, SetFacts> byId = new HashMap<>();
    private final Map<Set<ArchiveId>, List<CopyRun>> usable;
    private final boolean hasOfOtherLives;
    private final List<UnusableSet> unusable;

    /**
     * @param all every set there is, of any database and life
     * @param unusable those that cannot be read
     */
    KnownSets(DatabaseFacts facts, List<SetFacts> all, List<UnusableSet> unusable) {
        List<SetFacts> own = all.stream()
                .filter(set -> facts.databaseUuid().equals(Optional.of(set.databaseUuid())))
                .toList();
        List<SetFacts> sets = own.stream()
                .filter(set -> facts.lineage()
                        .filter(life -> life.id().equals(set.lineage().id()))
                        .isPresent())
                .toList();
        this.byArchive = sets.stream().collect(Collectors.groupingBy(SetFacts::archive));
        sets.forEach(set -> byId.putIfAbsent(set.id(), set));
        this.usable = RecoveryPlanner.runs(sets).stream()
                .filter(CopyRun::isUsable)
                .collect(Collectors.groupingBy(KnownSets::archivesOf));
        this.hasOfOtherLives = own.size() > sets.size();
        this.unusable = unusable.stream()
                .filter(set -> set.facts()
                        .filter(known -> !facts.databaseUuid().equals(Optional.of(known.databaseUuid())))
                        .isEmpty())
                .toList();
    }

    /** What is wrong with the sets that cannot be read, as the end of a sentence; empty when all can. */
    String troubles() {
        return unusable.stream().map(set -> "; " + set.trouble()).collect(Collectors.joining());
    }

    /** What is wrong with this set; empty when it can be read, or is not where sets are looked for. */
    Optional<String> trouble(SetId id) {
        return unusable.stream()
                .filter(set -> set.facts().map(SetFacts::id).equals(Optional.of(id)))
                .map(UnusableSet::trouble)
                .findFirst();
    }

    /** Whether the database has sets of an earlier life. */
    boolean hasOfOtherLives() {
        return hasOfOtherLives;
    }

    /** The set of this id; empty when it is not where sets are looked for. */
    Optional<SetFacts> set(SetId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The newest complete collection of exactly these archives: that of their latest full whose members are all
     * published, at one cut.
     */
    Optional<CopyRun> newestCollection(Collection<ArchiveId> archives) {
        return copiesOf(archives).stream().filter(CopyRun::isFull).max(Comparator.comparing(CopyRun::cut));
    }

    /** Every usable hot copy of exactly these archives. */
    List<CopyRun> copiesOf(Collection<ArchiveId> archives) {
        return usable.getOrDefault(Set.copyOf(archives), List.of());
    }

    private static Set<ArchiveId> archivesOf(CopyRun run) {
        return run.members().stream().map(ElementFacts.Member::archive).collect(Collectors.toSet());
    }

    /** The set of the archive's latest published full, in whichever collection; only this one takes incrementals. */
    Optional<SetFacts> newestComplete(ArchiveId archive) {
        return of(archive).stream()
                .filter(set -> newest(List.of(set), HotCopyType.FULL).isPresent())
                .max(Comparator.comparing(set ->
                        newest(List.of(set), HotCopyType.FULL).orElseThrow().cut()));
    }

    /** The archive's latest element of this type, in whichever set. */
    Optional<ElementFacts> newest(ArchiveId archive, HotCopyType type) {
        return newest(of(archive), type);
    }

    private List<SetFacts> of(ArchiveId archive) {
        return byArchive.getOrDefault(archive, List.of());
    }

    /** The archive's latest element of each type it has any of. */
    SortedMap<HotCopyType, ElementFacts> newest(ArchiveId archive) {
        SortedMap<HotCopyType, ElementFacts> found = new TreeMap<>();
        for (HotCopyType type : HotCopyType.values()) {
            newest(archive, type).ifPresent(element -> found.put(type, element));
        }
        return found;
    }

    private static Optional<ElementFacts> newest(List<SetFacts> among, HotCopyType type) {
        return among.stream()
                .flatMap(set -> set.elements().stream())
                .filter(element -> element.type() == type)
                .max(Comparator.comparing(ElementFacts::cut));
    }
}
