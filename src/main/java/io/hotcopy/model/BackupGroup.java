package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Archives that are copied together, in one coordinated hot copy when they are several.
 *
 * @param name a {@link PlainName}
 * @param archives at least one, each once, in the order of their declaration
 * @param shared whether its directories lie on storage that is not lost with the region of its archives
 */
public record BackupGroup(String name, List<ArchiveId> archives, boolean shared) {

    public BackupGroup {
        archives = List.copyOf(archives);
    }

    /** A group whose directories lie on the hosts of its archives. */
    public static BackupGroup of(String name, List<ArchiveId> archives) {
        return new BackupGroup(name, archives, false);
    }

    /** Whether the archives together hold every storage group of the database. */
    public boolean covers(Database database) {
        return missingFrom(database).isEmpty();
    }

    /** The storage groups of the database that none of the archives holds. */
    public SortedSet<StorageGroupName> missingFrom(Database database) {
        SortedSet<StorageGroupName> missing = new TreeSet<>(database.storageGroups());
        database.storageManagers().stream()
                .filter(manager -> archives.contains(manager.archive()))
                .forEach(manager -> missing.removeAll(manager.serves()));
        return missing;
    }
}
