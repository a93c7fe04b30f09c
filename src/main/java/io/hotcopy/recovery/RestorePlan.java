package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
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
 * @param run the run whose elements reach it
 * @param archives how each archive is made, in order of their numbers
 * @param missing members of the run that are not there; not empty only when a part was asked for by name
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
        List<CopyRun> passedOver) {

    public RestorePlan {
        archives = List.copyOf(archives);
        missing = List.copyOf(missing);
        passedOver = List.copyOf(passedOver);
    }

    /** Whether archives of the collection are missing: what is restored is consistent, and may lack storage groups. */
    public boolean isPartial() {
        return !missing.isEmpty();
    }

    /** Whether the target is the run's cut, where the content of every storage group is known. */
    public boolean isAtCut() {
        return archives.stream().allMatch(archive -> archive.base().cut().equals(target));
    }

    /** The storage groups that will be restored. */
    public SortedSet<StorageGroupName> storageGroups() {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        archives.forEach(archive -> groups.addAll(archive.base().covers().keySet()));
        return groups;
    }

    /** The content each storage group must have; empty when the target is not a cut. */
    public Optional<SortedMap<StorageGroupName, Fingerprint>> fingerprints() {
        if (!isAtCut()) {
            return Optional.empty();
        }
        SortedMap<StorageGroupName, Fingerprint> known = new TreeMap<>();
        archives.forEach(archive -> known.putAll(archive.base().fingerprints()));
        return Optional.of(known);
    }

    /** Bytes to read, and room to have at the target. */
    public ByteSize size() {
        return archives.stream().map(archive -> archive.base().size()).reduce(new ByteSize(0), ByteSize::plus);
    }
}
