package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What is true of one archive and its storage manager at one moment.
 *
 * @param id the archive
 * @param host the host it runs on
 * @param region the region of that host
 * @param state the storage manager's state
 * @param serves the storage groups it serves, UNPARTITIONED among them
 * @param journalHotCopy whether journal hot copy is enabled for it
 * @param journalSuspended why journal hot copy is suspended on it until a full or incremental hot copy, begun after the
 *     cause, has completed; empty when it is not
 * @param baseLost why its newest complete set takes no incremental any more, until the next full has completed; empty
 *     as far as none is known
 * @param size bytes on disk, journal included; zero when unknown
 * @param newestSet the newest initialised backup set; empty when there is none
 * @param running the hot copies that run on it now
 */
public record ArchiveFacts(
        ArchiveId id,
        String host,
        String region,
        State state,
        SortedSet<StorageGroupName> serves,
        boolean journalHotCopy,
        Optional<String> journalSuspended,
        Optional<String> baseLost,
        ByteSize size,
        Optional<SetId> newestSet,
        List<RunningCopy> running) {

    public ArchiveFacts {
        running = List.copyOf(running);
    }

    /** The states of a storage manager. */
    public enum State {
        /** It serves, votes and can be hot copied. */
        RUNNING,
        /** It catches up from others and cannot be hot copied. */
        SYNCING,
        /** It is not there. */
        STOPPED,
        /** It is there, but its journal is damaged: it has no vote and must SYNC. */
        DAMAGED,
        /** The domain is not running, so nobody knows. */
        UNKNOWN
    }
}
