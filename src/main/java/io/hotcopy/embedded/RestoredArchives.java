package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Restored archives as the beginning of a new lineage: moved into place, checked, and written down. */
final class RestoredArchives {

    private final StartContext context;

    private RestoredArchives(StartContext context) {
        this.context = context;
    }

    /**
     * Begins a database on restored archives: those named at the start, or those that lie in the places of the declared
     * ones.
     *
     * @return its first state; empty when there are none and none was named
     */
    static Optional<StateFile> found(StartContext context) {
        RestoredArchives archives = new RestoredArchives(context);
        context.restored().ifPresent(archives::moveIn);
        List<StorageManager> there = archives.in(context.directory());
        if (there.isEmpty()) {
            context.restored().ifPresent(from -> {
                throw new HotCopyException(
                        "there is no restored archive in \"" + from + "\"",
                        "Expected are directories named archive-<id>, with the ids that \"" + context.name()
                                + "\" declares.");
            });
            return Optional.empty();
        }
        return Optional.of(archives.begin(there));
    }

    /** The declared storage managers whose archives lie in a directory. */
    private List<StorageManager> in(Path directory) {
        return context.declared().storageManagers().stream()
                .filter(manager -> Files.exists(directory.resolve(StartContext.archiveName(manager.archive()))))
                .toList();
    }

    /** Moves what belongs together; nothing is moved when something does not. */
    private void moveIn(Path from) {
        List<StorageManager> there = in(from);
        if (!there.isEmpty()) {
            RestoredTogether.require(there.stream()
                    .map(manager -> from.resolve(StartContext.archiveName(manager.archive())))
                    .toList());
        }
        for (StorageManager manager : there) {
            Path source = from.resolve(StartContext.archiveName(manager.archive()));
            try {
                MovedTree.move(source, context.archive(manager.archive()));
            } catch (IOException trouble) {
                throw FileTrouble.cannot("move", source, trouble);
            }
        }
    }

    private StateFile begin(List<StorageManager> there) {
        Map<Path, ArchiveIdentity> identities = new LinkedHashMap<>();
        there.forEach(manager -> identities.put(context.archive(manager.archive()), identity(manager)));
        ArchiveIdentity first = RestoredTogether.require(identities);
        CommitNumber cut = first.restored().map(Restored::cut).orElseThrow();
        there.forEach(manager -> requireHeld(manager, cut));
        requireCovered(there);
        SortedMap<ArchiveId, KnownArchive> archives = new TreeMap<>();
        for (StorageManager manager : there) {
            ArchiveIdentity identity = identities.get(context.archive(manager.archive()));
            archives.put(
                    manager.archive(),
                    KnownArchive.uncopied(manager.archive(), identity.archiveUuid(), manager.serves()));
        }
        DatabaseState state = new DatabaseState(
                first.databaseUuid(),
                first.lineage().forkedAt(cut, context.ids().get()),
                true,
                cut,
                cut.next(),
                archives,
                List.of());
        return StateFile.create(context.directory(), state);
    }

    private ArchiveIdentity identity(StorageManager manager) {
        Path archive = context.archive(manager.archive());
        ArchiveIdentity identity = ArchiveIdentityYaml.read(archive);
        if (identity.restored().isEmpty()) {
            throw new HotCopyException(
                    "\"" + archive + "\" is there, but \"" + context.directory() + "\" has no state.yaml",
                    "Put the state file back, or move the directory away to begin anew.");
        }
        if (!identity.archive().equals(manager.archive())) {
            throw new HotCopyException("\"" + archive + "\" holds archive " + identity.archive());
        }
        return identity;
    }

    /** The archive holds what its storage manager is declared to serve, at the cut. */
    private void requireHeld(StorageManager manager, CommitNumber cut) {
        Path archive = context.archive(manager.archive());
        try (ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(archive), context.memory())) {
            if (!store.groups().equals(manager.serves())) {
                throw new HotCopyException(
                        "archive " + manager.archive() + " is declared to serve " + manager.serves() + ", but \""
                                + archive + "\" holds " + store.groups(),
                        "Declare it as it was when it was copied.");
            }
            if (!store.persistedMark().equals(cut)) {
                throw new HotCopyException("\"" + archive + "\" is damaged: it is said to be restored to commit " + cut
                        + ", and holds " + store.persistedMark());
            }
        }
    }

    private void requireCovered(List<StorageManager> there) {
        SortedSet<StorageGroupName> missing = new TreeSet<>(context.declared().storageGroups());
        there.forEach(manager -> missing.removeAll(manager.serves()));
        if (!missing.isEmpty()) {
            throw new HotCopyException(
                    "not all storage groups of " + context.name() + " are in the restored archives, missing are "
                            + missing,
                    "Restore every set of the backup collection.");
        }
    }
}
