package io.hotcopy.verb;

import io.hotcopy.embedded.SyncReport;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;

/**
 * A storage group that was added, or that an archive was given.
 *
 * @param planned whether this is a preview or a dry run
 * @param database its database
 * @param group its name
 * @param archives those that serve it from here on, of what was asked for
 * @param sync how the archive came in with it; empty for a new storage group, which has no records yet
 */
public record StorageGroupResult(
        boolean planned,
        DatabaseName database,
        StorageGroupName group,
        List<ArchiveId> archives,
        Optional<SyncReport> sync)
        implements VerbResult {

    public StorageGroupResult {
        archives = List.copyOf(archives);
    }
}
