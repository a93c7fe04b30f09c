package io.hotcopy.admin;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.ArchiveStatus;
import io.hotcopy.embedded.StartReport;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How an archive of a running database is now.
 *
 * @param database its database's own name
 */
record ArchiveView(String database, ArchiveStatus status) {

    ArchiveId id() {
        return status.id();
    }

    String host() {
        return status.host();
    }

    /** Where it lies, or would lie. */
    Path directory() {
        return status.directory();
    }

    SortedSet<StorageGroupName> serves() {
        return status.serves();
    }

    boolean journalHotCopy() {
        return status.journalHotCopy();
    }

    /** Why its storage manager does not serve, in half a sentence; empty when it does, and while it SYNCs. */
    Optional<String> absence() {
        return status.absence().map(StartReport.Absence::reason);
    }

    boolean isRunning() {
        return status.state() == ArchiveFacts.State.RUNNING;
    }

    /** Whether it has a process. */
    boolean isUp() {
        return isRunning() || status.state() == ArchiveFacts.State.SYNCING;
    }

    /** How it is remembered when it is removed. */
    RemovedArchive remembered(AdminState state) {
        boolean provisioned = state.database(database).provisioned().contains(id());
        return new RemovedArchive(id(), host(), directory().toString(), serves(), provisioned);
    }
}
