package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sets that hot copies of some archives append to.
 *
 * @param sets the set of each archive; empty when {@code missing} says why
 * @param name what the sets are called together
 * @param missing why there is nothing to append to
 */
record BaseSets(SortedMap<ArchiveId, SetFacts> sets, String name, Optional<String> missing) {

    private static BaseSets none(String why) {
        return new BaseSets(new TreeMap<>(), "", Optional.of("no base set: " + why));
    }

    /**
     * For an incremental: the newest complete collection of just these archives (M14). Only the set of an archive's
     * latest full takes incrementals, and only while it knows every storage group that the archive serves (protocol §3,
     * §4).
     */
    static BaseSets ofIncremental(List<ArchiveFacts> archives, KnownSets known) {
        List<ArchiveId> ids = archives.stream().map(ArchiveFacts::id).toList();
        Optional<CopyRun> run = known.newestCollection(ids);
        if (run.isEmpty()) {
            return none(Words.archives(ids) + (ids.size() == 1 ? " has" : " have together")
                    + " no complete full hot copy" + (known.hasOfOtherLives() ? " of this life of the database" : "")
                    + known.troubles());
        }
        SortedMap<ArchiveId, SetFacts> sets = new TreeMap<>();
        for (ArchivePlan part : run.get().present()) {
            sets.put(part.archive(), part.set());
        }
        return archives.stream()
                .flatMap(archive -> broken(archive, sets.get(archive.id()), known).stream())
                .findFirst()
                .map(BaseSets::none)
                .orElseGet(() -> new BaseSets(
                        sets,
                        "the newest complete collection " + Words.id(run.get().id()),
                        Optional.empty()));
    }

    private static Optional<String> broken(ArchiveFacts archive, SetFacts set, KnownSets known) {
        Optional<String> trouble = archive.newestSet().flatMap(known::trouble);
        if (trouble.isPresent()) {
            return Optional.of("the newest set of archive " + archive.id() + " cannot go on: " + trouble.get());
        }
        SetFacts latest = known.newestComplete(archive.id()).orElseThrow();
        if (!latest.id().equals(set.id())) {
            return Optional.of("archive " + archive.id() + " has been copied in full since collection "
                    + Words.id(set.collection()) + ", into set " + Words.id(latest.id())
                    + ", and only that one can go on");
        }
        if (archive.baseLost().isPresent()) {
            return Optional.of("the chain of archive " + archive.id() + " is broken: "
                    + archive.baseLost().get());
        }
        SortedSet<StorageGroupName> added = new TreeSet<>(archive.serves());
        set.elements().stream()
                .filter(element -> element.type() != HotCopyType.JOURNAL)
                .reduce((earlier, later) -> later)
                .ifPresent(element -> added.removeAll(element.covers().keySet()));
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of("archive " + archive.id() + " serves " + Words.list(added) + " since set "
                        + Words.id(set.id()) + " was last written to");
    }

    /**
     * For a journal hot copy: the newest initialised set of each archive (M15, M26), complete or not (M23); some full
     * must have begun the chain of journals.
     */
    static BaseSets ofJournal(List<ArchiveFacts> archives, KnownSets known) {
        SortedMap<ArchiveId, SetFacts> sets = new TreeMap<>();
        for (ArchiveFacts archive : archives) {
            Optional<SetId> newest = ConcurrencyRules.newestSet(archive.running(), archive.newestSet());
            if (newest.isEmpty()) {
                return none("archive " + archive.id() + " has no backup set");
            }
            Optional<SetFacts> found = newest.flatMap(known::set);
            Optional<String> trouble = newest.flatMap(known::trouble);
            if (trouble.isPresent()) {
                return none("the newest set of archive " + archive.id() + " cannot go on: " + trouble.get());
            }
            if (found.isEmpty()) {
                return none("set " + newest.get() + ", the newest of archive " + archive.id()
                        + ", is not where backup sets are looked for" + known.troubles());
            }
            if (known.newestComplete(archive.id()).isEmpty() && !isBeingMade(archive, newest.get())) {
                return none("no full hot copy of archive " + archive.id() + " has been completed, so there is no chain"
                        + " of journals to go on with");
            }
            sets.put(archive.id(), found.get());
        }
        String which = archives.size() == 1 ? "the newest set" : "the newest set of each archive";
        return new BaseSets(sets, which, Optional.empty());
    }

    private static boolean isBeingMade(ArchiveFacts archive, SetId set) {
        return archive.running().stream()
                .filter(copy -> copy.type() == HotCopyType.FULL)
                .map(RunningCopy::set)
                .anyMatch(Optional.of(set)::equals);
    }
}
