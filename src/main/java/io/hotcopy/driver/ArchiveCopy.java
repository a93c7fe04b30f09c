package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedSet;
import java.util.UUID;

/**
 * One hot copy on one archive, from its registration to its end. Used by one thread at a time.
 *
 * <p>Order of calls: {@link #initialised()} (a full only), {@link #pin()}, read all {@link Pin#files()}, the run's
 * {@link PinnedCopies#cut}, {@link Pin#journal(Cut)}, {@link #published(CommitNumber)}, {@link #close()}. Closing
 * without having published ends the copy as failed or cancelled and leaves the leases where they were.
 */
public interface ArchiveCopy extends AutoCloseable {

    ArchiveId archive();

    /** Kind of database, for {@code set.yaml}. */
    String kind();

    UUID databaseUuid();

    UUID archiveUuid();

    Lineage lineage();

    /** The groups that the storage manager serves, UNPARTITIONED among them. */
    SortedSet<StorageGroupName> storageGroups();

    /** Tells that the full's set now exists and is initialised: it is the archive's newest from here on (M23, M26). */
    void initialised();

    /** Leases the journal at the persisted applied mark, then pins and lists the live files (protocol §4). */
    Pin pin();

    /**
     * Tells that the element has been renamed into place and its parent fsynced: only now do leases move.
     *
     * @param cut the cut of the published element
     */
    void published(CommitNumber cut);

    /** Ends the copy and releases its pin and its own lease; a second call does nothing. */
    @Override
    void close();
}
