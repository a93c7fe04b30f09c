package io.hotcopy.embedded;

import io.hotcopy.embedded.state.ManagerChanges;
import io.hotcopy.embedded.state.ManagerChanges.Added;
import io.hotcopy.embedded.state.ManagerFile;
import io.hotcopy.model.Database;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The storage managers that a database has, and where their archives lie: those declared and those added while it ran,
 * without those removed. Safe for several threads.
 */
final class Managers {

    private final Database declared;
    private final Path directory;
    private final ManagerFile file;

    private Managers(Database declared, Path directory, ManagerFile file) {
        this.declared = declared;
        this.directory = directory;
        this.file = file;
    }

    /** Of a database that starts. */
    static Managers openToStart(Database declared, Path directory) {
        return new Managers(declared, directory, ManagerFile.openToStart(directory));
    }

    /**
     * Of a database that does not run; touches nothing.
     *
     * @param directory where it lies, or would lie
     */
    static Managers saved(Database declared, Path directory) {
        return new Managers(declared, directory, ManagerFile.open(directory));
    }

    /** The declared ones in the order of their declaration, then the others. */
    List<StorageManager> all() {
        ManagerChanges changes = file.changes();
        SortedMap<ArchiveId, Added> added = changes.added();
        return Stream.concat(
                        declared.storageManagers().stream()
                                .filter(manager -> !added.containsKey(manager.archive()))
                                .filter(manager -> !changes.removed().contains(manager.archive())),
                        added.values().stream().map(Added::manager))
                .toList();
    }

    Optional<StorageManager> find(ArchiveId archive) {
        return all().stream()
                .filter(manager -> manager.archive().equals(archive))
                .findFirst();
    }

    /** Where an archive lies, or is to lie. */
    Path directory(ArchiveId archive) {
        Added added = file.changes().added().get(archive);
        return added == null ? place(archive) : added.directory();
    }

    /** Where a declared one lies. */
    Path place(ArchiveId archive) {
        return directory.resolve(StartContext.archiveName(archive));
    }

    /** Whether it was added while the database ran. */
    boolean isAdded(ArchiveId archive) {
        return file.changes().added().containsKey(archive);
    }

    /** The declared ones that were removed while it ran. */
    SortedSet<ArchiveId> removed() {
        return file.changes().removed();
    }

    /** Archives that are being deleted, and where they lie. */
    SortedMap<ArchiveId, Path> purging() {
        return file.changes().purging();
    }

    /** There is one more from here on. */
    void add(StorageManager manager, Path place) {
        file.change(changes -> changes.with(new Added(manager, place)));
    }

    /** There is one less from here on. */
    void remove(ArchiveId archive, boolean purge) {
        Path place = directory(archive);
        boolean isDeclared = declared.storageManager(archive).isPresent();
        file.change(changes -> {
            ManagerChanges without = changes.without(archive, isDeclared);
            return purge ? without.purging(archive, place) : without;
        });
    }

    /** Nothing is left of one that was being deleted. */
    void purged(ArchiveId archive) {
        file.change(changes -> changes.purged(archive));
    }
}
