package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a restore will do: which archives are made of which elements, all to one commit.
 *
 * @param database the database's full name
 * @param kind the kind of database; chooses the archive format
 * @param lineage the life of the database that the target belongs to
 * @param target the commit restored to
 * @param run the run of the fulls that are the archives' bases
 * @param archives how each archive is made, in order of their numbers
 * @param missing members of the run that are not there; not empty only when a part was asked for by name
 * @param missingGroups storage groups that the database had at the target, as far as the sets tell, and that are not
 *     restored; not empty only when a part was asked for
 * @param recorded the content at the target of those restored storage groups of which an element with its cut there
 *     tells it
 * @param passedOver runs that would have been as good or newer and cannot be used, to be reported
 */
public record RestorePlan(
        DatabaseName database,
        String kind,
        Lineage lineage,
        CommitNumber target,
        ElementId run,
        List<ArchivePlan> archives,
        List<Member> missing,
        SortedSet<StorageGroupName> missingGroups,
        SortedMap<StorageGroupName, Fingerprint> recorded,
        List<CopyRun> passedOver) {

    public RestorePlan {
        archives = List.copyOf(archives);
        missing = List.copyOf(missing);
        missingGroups = Collections.unmodifiableSortedSet(new TreeSet<>(missingGroups));
        recorded = Collections.unmodifiableSortedMap(new TreeMap<>(recorded));
        passedOver = List.copyOf(passedOver);
    }

    /** Whether archives or storage groups are missing: what is restored is consistent, and not the whole database. */
    public boolean isPartial() {
        return !missing.isEmpty() || !missingGroups.isEmpty();
    }

    /** Whether the content of every restored storage group is known at the target: so at the cut of a run. */
    public boolean isAtCut() {
        return recorded.keySet().containsAll(storageGroups());
    }

    /** The storage groups that will be restored. */
    public SortedSet<StorageGroupName> storageGroups() {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        archives.forEach(archive -> groups.addAll(archive.base().covers().keySet()));
        return groups;
    }

    /** The content each storage group must have; empty when it is not known of every one, as between cuts. */
    public Optional<SortedMap<StorageGroupName, Fingerprint>> fingerprints() {
        return isAtCut() ? Optional.of(recorded) : Optional.empty();
    }

    /** Bytes to read, and room to have at the target: the bases and all that is brought in over them. */
    public ByteSize size() {
        return archives.stream().map(ArchivePlan::size).reduce(new ByteSize(0), ByteSize::plus);
    }
}
