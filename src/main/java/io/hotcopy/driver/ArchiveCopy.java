package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * One hot copy on one archive, from its registration to its end. Used by one thread at a time.
 *
 * <p>Order of calls, by type:
 *
 * <ul>
 *   <li>full: {@link #initialised()}, {@link #pin()}, read all {@link Pin#files()}, the run's {@link PinnedCopies#cut},
 *       {@link Pin#journal(Cut)}, {@link #published(CommitNumber)}, {@link #close()}
 *   <li>simple: {@link #pin()}, read all {@link Pin#files()}, the cut, {@link Pin#journal(Cut)}, {@link #finish(Path,
 *       Cut)}, {@link #close()}
 *   <li>incremental: {@link #continuation(Optional)}, the cut, {@link #changes(Continuation, Cut)},
 *       {@link #published(CommitNumber)}, {@link #close()}
 *   <li>journal: {@link #continuation(Optional)}, the cut, {@link #journal(Continuation, Cut)},
 *       {@link #published(CommitNumber)}, {@link #close()}
 * </ul>
 *
 * Closing without having published ends the copy as failed or cancelled and leaves the leases where they were.
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
     * Where this incremental or journal hot copy begins. An element that the set shows and the database has not heard
     * of was published just before a crash: it counts. One that the database knows and the set does not show is
     * missing.
     *
     * @param inSet the newest element that the set holds of the chain: the newest full or incremental for an
     *     incremental, the newest journal element for a journal; empty when it holds none
     * @throws CopyRefusedException when the database no longer holds every commit since then, when the set lacks the
     *     element that comes before, or when journal hot copy is disabled or suspended
     */
    Continuation continuation(Optional<Continuation> inSet);

    /** The records changed after {@code from} through the cut. */
    Changes changes(Continuation from, Cut cut);

    /** The journal after {@code from} through the cut. */
    JournalSlice journal(Continuation from, Cut cut);

    /**
     * Makes the files that a simple hot copy copied an archive that opens at once, at the cut. Everything is on disk
     * when this returns.
     *
     * @param copied the directory that holds them, each at its name relative to the archive
     */
    void finish(Path copied, Cut cut);

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
