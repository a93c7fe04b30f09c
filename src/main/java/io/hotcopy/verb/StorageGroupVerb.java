package io.hotcopy.verb;

import io.hotcopy.embedded.SyncReport;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds storage groups to a database that runs here ({@code create storage-group}), and to archives ({@code sm serve}).
 */
public final class StorageGroupVerb {
    /** The vendor's: all storage groups together, and another name of UNPARTITIONED. */
    private static final Set<String> RESERVED = Set.of("ALL", "DEFAULT", "UNPARTITIONED");

    private final Session session;

    StorageGroupVerb(Session session) {
        this.session = session;
    }

    /**
     * Adds one, empty; tables can lie in it at once.
     *
     * @param archives numbers of those that serve it
     * @param database which database; empty for the only one
     */
    public StorageGroupResult create(String group, List<String> archives, Optional<String> database) {
        ProcessPlace place = ProcessPlace.of(session);
        DatabaseName name = place.database(database);
        StorageGroupName added = name(group);
        if (RESERVED.contains(added.toString())) {
            throw new HotCopyException(
                    "\"" + group + "\" is a storage group that every database has, so that none can be added as that",
                    "Choose another name.");
        }
        List<ArchiveId> serving = archives.stream()
                .map(archive -> place.archive(archive, database))
                .distinct()
                .sorted()
                .toList();
        if (!session.isDryRun()) {
            database(name).addStorageGroup(added, new HashSet<>(serving));
        }
        return new StorageGroupResult(session.isDryRun(), name, added, serving, Optional.empty());
    }

    /**
     * Gives an archive a storage group that others serve: its storage manager stops, and SYNCs with it.
     *
     * @throws DeclinedException when the preview is not agreed to
     */
    public StorageGroupResult serve(
            StorageManagerRequest request, String group, Confirmation confirmation, ProgressListener progress) {
        ProcessPlace place = ProcessPlace.of(session);
        ArchiveId archive = place.archive(request.archive(), request.database());
        DatabaseName name = place.database(request.database());
        StorageGroupName given = name(group);
        StorageGroupResult preview = new StorageGroupResult(true, name, given, List.of(archive), Optional.empty());
        if (session.isDryRun()) {
            return preview;
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        SyncReport sync = database(name).serve(archive, given, progress);
        return new StorageGroupResult(false, name, given, List.of(archive), Optional.of(sync));
    }

    /** @throws HotCopyException when it cannot be one */
    static StorageGroupName name(String text) {
        if (!StorageGroupName.isValid(text)) {
            throw new HotCopyException(
                    "\"" + text + "\" cannot be the name of a storage group",
                    "it takes letters, digits and underscores");
        }
        return new StorageGroupName(text);
    }

    private LiveDatabase database(DatabaseName name) {
        return session.requireRunning().database(name.database());
    }
}
