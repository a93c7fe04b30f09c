package io.hotcopy.embedded;

import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.ManagerChanges;
import io.hotcopy.embedded.state.ManagerChanges.Added;
import io.hotcopy.embedded.state.ManagerFile;
import io.hotcopy.model.Database;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The storage managers that a database has, and where their archives lie: those declared and those added while it ran,
 * without those removed. Of declared ones it keeps, too, which storage groups they were given and gave up meanwhile.
 * Safe for several threads.
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

    /**
     * The storage groups that the database has: the declared ones, and those that an archive serves without their being
     * declared.
     *
     * @param saved empty when it never ran
     */
    SortedSet<StorageGroupName> storageGroups(Optional<DatabaseState> saved) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(declared.storageGroups());
        saved.ifPresent(state -> state.archives().values().forEach(archive -> groups.addAll(archive.serves())));
        return groups;
    }

    /** What is kept of changes made while it ran. */
    ManagerChanges changes() {
        return file.changes();
    }

    /**
     * Archives are about to be given a storage group. On disk before they are, so that the next start takes them with
     * it; where it does not come about, this means nothing.
     */
    void giving(Set<ArchiveId> archives, StorageGroupName group) {
        file.change(changes -> {
            ManagerChanges more = declared.storageGroups().contains(group) ? changes : changes.withGroup(group);
            for (ArchiveId archive : archives) {
                if (!more.added().containsKey(archive) && !isDeclared(archive, group)) {
                    more = more.withServed(archive, more.servedBy(archive).withGiven(group));
                }
            }
            return more;
        });
    }

    /** The same for one that is about to give up a storage group. */
    void givingUp(ArchiveId archive, StorageGroupName group) {
        file.change(changes -> changes.added().containsKey(archive) || !isDeclared(archive, group)
                ? changes
                : changes.withServed(archive, changes.servedBy(archive).withGivenUp(group)));
    }

    private boolean isDeclared(ArchiveId archive, StorageGroupName group) {
        return declared.storageManager(archive)
                .filter(manager -> manager.serves().contains(group))
                .isPresent();
    }

    /** Keeps something else. */
    void change(UnaryOperator<ManagerChanges> change) {
        file.change(change);
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
