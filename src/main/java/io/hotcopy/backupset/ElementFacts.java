package io.hotcopy.backupset;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one element of a backup set holds, without its list of files; everything that a restore is planned from.
 *
 * @param id the run that made it; equal in all member archives of a coordinated hot copy
 * @param type full, incremental or journal
 * @param directory its directory's name within the set, for example {@code "full"} or {@code "1.inc"}
 * @param previous the element of this archive that it continues, in whichever set; empty for a full
 * @param lineage the life of the database it was copied from
 * @param archive the archive it was copied from
 * @param archiveUuid that archive's identity
 * @param members all member archives of the run, this one among them, in order of their ids
 * @param pinPoint the commit that the copied files hold: the earliest state this element can give
 * @param cut the commit at which the run is consistent over all members: the latest state it can give
 * @param covers per storage group the archive serves at the cut, the range of which every commit touching that group is
 *     here; for a full from its pin point, since what lies before is in the copied files
 * @param times the clock readings of its commits
 * @param fingerprints per storage group the archive serves at the cut, its content there
 * @param began when the copy began
 * @param ended when its last byte was written, before it was published
 * @param size bytes of all its data files
 */
public record ElementFacts(
        ElementId id,
        HotCopyType type,
        String directory,
        Optional<ElementId> previous,
        Lineage lineage,
        ArchiveId archive,
        UUID archiveUuid,
        List<Member> members,
        CommitNumber pinPoint,
        CommitNumber cut,
        SortedMap<StorageGroupName, CommitRange> covers,
        CommitTimes times,
        SortedMap<StorageGroupName, Fingerprint> fingerprints,
        Instant began,
        Instant ended,
        ByteSize size) {

    public ElementFacts {
        members = List.copyOf(members);
        covers = Collections.unmodifiableSortedMap(new TreeMap<>(covers));
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
    }

    /**
     * One archive of a coordinated hot copy.
     *
     * @param archive its id
     * @param set the set that its element was written into
     * @param storageGroups the groups it serves at the cut
     */
    public record Member(ArchiveId archive, SetId set, SortedSet<StorageGroupName> storageGroups) {}

    /**
     * The clock readings within an element. The clock is the wall clock as read and may step back.
     *
     * @param earliest the least time of a commit copied here; empty when there is none
     * @param latest the greatest time of a commit copied here; empty when there is none
     * @param stableMark when the cut was known to be stable: a time up to here is covered, a later one is not
     */
    public record CommitTimes(Optional<Instant> earliest, Optional<Instant> latest, Instant stableMark) {}
}
