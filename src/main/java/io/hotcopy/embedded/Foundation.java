package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.StartReport.Begun;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state that a start goes on from: the one kept, or the first one of a database that is made new or begins on
 * restored archives.
 *
 * @param file keeps it
 * @param begun what kind of beginning this is
 */
record Foundation(StateFile file, Begun begun) {

    private static final CommitNumber FIRST = CommitNumber.ZERO.next();

    /** Finds it or lays it. */
    static Foundation of(StartContext context) {
        Optional<StateFile> kept = StateFile.open(context.directory());
        if (kept.isPresent()) {
            refuseRestored(context);
            return new Foundation(kept.get(), establish(kept.get(), context) ? Begun.CREATED : Begun.CONTINUED);
        }
        Optional<StateFile> restored = RestoredArchives.begin(context);
        if (restored.isPresent()) {
            return new Foundation(restored.get(), Begun.RESTORED);
        }
        StateFile created = StateFile.create(context.directory(), first(context));
        establish(created, context);
        return new Foundation(created, Begun.CREATED);
    }

    private static void refuseRestored(StartContext context) {
        context.restored().ifPresent(from -> {
            throw new HotCopyException(
                    "database \"" + context.name() + "\" lives already in \"" + context.directory()
                            + "\": it cannot begin on the restored archives in \"" + from + "\"",
                    "Start it without them, or move its directory away first.");
        });
    }

    private static DatabaseState first(StartContext context) {
        SortedMap<ArchiveId, KnownArchive> archives = new TreeMap<>();
        for (StorageManager manager : context.managers().all()) {
            archives.put(
                    manager.archive(),
                    KnownArchive.uncopied(manager.archive(), context.ids().get(), manager.serves()));
        }
        return new DatabaseState(
                context.ids().get(),
                Lineage.created(context.ids().get()),
                false,
                CommitNumber.ZERO,
                FIRST,
                archives,
                List.of());
    }

    /** Makes the archives of a database whose creation was not finished; says whether it did. */
    private static boolean establish(StateFile file, StartContext context) {
        DatabaseState state = file.state();
        if (state.established()) {
            return false;
        }
        try {
            for (KnownArchive archive : state.archives().values()) {
                Path directory = context.archive(archive.id());
                SyncedFiles.deleteTree(directory);
                SyncedFiles.createDirectory(directory);
                ArchiveIdentityYaml.write(directory, identity(context, state, archive));
            }
            SyncedFiles.syncDirectory(context.directory());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", context.directory(), trouble);
        }
        file.change(DatabaseState::nowEstablished);
        return true;
    }

    /** How an archive of this database names itself. */
    static ArchiveIdentity identity(StartContext context, DatabaseState state, KnownArchive archive) {
        return new ArchiveIdentity(
                context.name(), state.databaseUuid(), archive.id(), archive.uuid(), state.lineage(), Optional.empty());
    }
}
