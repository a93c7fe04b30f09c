package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How one archive and its storage manager stand at one moment, as far as that is in memory: cheap to ask for, any time.
 *
 * @param id the archive
 * @param host the host it runs on
 * @param region the region of that host
 * @param state the storage manager's state; {@code UNKNOWN} when the database has stopped
 * @param absence why it does not serve; empty when it does, while it SYNCs, and when the database has stopped
 * @param serves the storage groups it serves, UNPARTITIONED among them
 * @param directory where the archive lies, or is to lie
 * @param added whether it was added while the database ran, and is not a declared one
 * @param journalHotCopy whether journal hot copy is enabled for it
 * @param journalSuspended why journal hot copy is suspended on it; empty when it is not
 * @param running the hot copies that run on it
 */
public record ArchiveStatus(
        ArchiveId id,
        String host,
        String region,
        ArchiveFacts.State state,
        Optional<StartReport.Absence> absence,
        SortedSet<StorageGroupName> serves,
        Path directory,
        boolean added,
        boolean journalHotCopy,
        Optional<String> journalSuspended,
        List<RunningCopy> running) {

    public ArchiveStatus {
        running = List.copyOf(running);
    }
}
