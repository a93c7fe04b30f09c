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

/**
 * Restored archives as the beginning of a new lineage: checked where they lie, then moved into place and written down.
 * Nothing is moved when something does not fit.
 */
final class RestoredArchives {

    private final StartContext context;
    /** By the storage manager that is to keep it: where its archive lies now. */
    private final Map<StorageManager, Path> found = new LinkedHashMap<>();

    private RestoredArchives(StartContext context) {
        this.context = context;
    }

    /**
     * Begins a database on restored archives: those named at the start, or those that lie in the places of the declared
     * ones.
     *
     * @return its first state; empty when there are none and none was named
     */
    static Optional<StateFile> begin(StartContext context) {
        RestoredArchives archives = new RestoredArchives(context);
        context.managers().all().forEach(archives::look);
        if (archives.found.isEmpty()) {
            context.restored().ifPresent(from -> {
                throw new HotCopyException(
                        "there is no restored archive in \"" + from + "\"",
                        "Expected is an archive, or directories named archive-<id>, with ids that \"" + context.name()
                                + "\" declares.");
            });
            return Optional.empty();
        }
        return Optional.of(archives.begin());
    }

    private void look(StorageManager manager) {
        Path place = context.archive(manager.archive());
        Optional<Path> elsewhere = context.restored().flatMap(from -> elsewhere(from, manager.archive()));
        if (elsewhere.isPresent() && Files.exists(place)) {
            throw new HotCopyException(
                    "\"" + elsewhere.get() + "\" cannot be moved to \"" + place + "\": it exists already",
                    "Move one of the two away.");
        }
        elsewhere.or(() -> Optional.of(place).filter(Files::exists)).ifPresent(path -> found.put(manager, path));
    }

    /** A simple hot copy of one archive is the directory named; several lie in it. */
    static Optional<Path> elsewhere(Path named, ArchiveId archive) {
        if (ArchiveIdentityYaml.exists(named)) {
            return Optional.of(named.toAbsolutePath())
                    .filter(itself -> ArchiveIdentityYaml.read(itself).archive().equals(archive));
        }
        return Optional.of(named.resolve(StartContext.archiveName(archive))).filter(Files::exists);
    }

    private StateFile begin() {
        Map<Path, ArchiveIdentity> identities = new LinkedHashMap<>();
        found.forEach((manager, path) -> identities.put(path, identity(manager, path)));
        ArchiveIdentity first = RestoredTogether.require(identities);
        CommitNumber cut = first.restored().map(Restored::cut).orElseThrow();
        found.forEach((manager, path) -> requireHeld(manager, path, cut));
        requireCovered();
        moveIn();
        SortedMap<ArchiveId, KnownArchive> archives = new TreeMap<>();
        found.forEach((manager, path) -> archives.put(
                manager.archive(),
                KnownArchive.uncopied(manager.archive(), identities.get(path).archiveUuid(), manager.serves())));
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

    private ArchiveIdentity identity(StorageManager manager, Path archive) {
        ArchiveIdentity identity = ArchiveIdentityYaml.read(archive);
        if (identity.restored().isEmpty() && archive.equals(context.archive(manager.archive()))) {
            throw new HotCopyException(
                    "\"" + archive + "\" is there, but \"" + context.directory() + "\" has no state.yaml",
                    "Put the state file back, or move the directory away to begin anew.");
        }
        if (identity.restored().isEmpty()) {
            throw new HotCopyException(
                    "\"" + archive + "\" is the archive of a storage manager, not a restored one",
                    "Restore a backup set of it first.");
        }
        if (!identity.archive().equals(manager.archive())) {
            throw new HotCopyException(
                    "\"" + archive + "\" holds archive " + identity.archive(), "Name it archive-" + identity.archive());
        }
        return identity;
    }

    /** The archive holds what its storage manager is declared to serve, at the cut. */
    private void requireHeld(StorageManager manager, Path archive, CommitNumber cut) {
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

    private void requireCovered() {
        SortedSet<StorageGroupName> missing = new TreeSet<>(context.declared().storageGroups());
        found.keySet().forEach(manager -> missing.removeAll(manager.serves()));
        if (!missing.isEmpty()) {
            throw new HotCopyException(
                    "not all storage groups of " + context.name() + " are in the restored archives, missing are "
                            + missing,
                    "Restore every set of the backup collection.");
        }
    }

    private void moveIn() {
        found.forEach((manager, path) -> {
            Path place = context.archive(manager.archive());
            try {
                if (!path.equals(place)) {
                    MovedTree.move(path, place);
                }
            } catch (IOException trouble) {
                throw FileTrouble.cannot("move", path, trouble);
            }
        });
    }
}
