package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.sync.KeptFrames;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A storage manager that serves, with its opened archive.
 *
 * @param archive its archive's number
 * @param uuid the archive's identity
 * @param serves the storage groups it keeps, UNPARTITIONED among them
 * @param directory the archive's directory
 * @param store the archive's records
 * @param journal the archive's journal
 * @param leases who holds the journal back
 * @param segments its sync segments
 */
public record Member(
        ArchiveId archive,
        UUID uuid,
        SortedSet<StorageGroupName> serves,
        Path directory,
        ArchiveStore store,
        Journal journal,
        Leases leases,
        SyncSegments segments) {

    /** The same, serving other groups. */
    public Member serving(SortedSet<StorageGroupName> groups) {
        return new Member(archive, uuid, groups, directory, store, journal, leases, segments);
    }

    /** All frames that it keeps. */
    public KeptFrames kept() {
        return new KeptFrames(archive, serves, journal, leases, segments);
    }

    boolean servesAny(SortedSet<StorageGroupName> groups) {
        return groups.stream().anyMatch(serves::contains);
    }
}
