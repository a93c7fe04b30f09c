package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A database: its storage groups and the processes that serve it.
 *
 * @param name a {@link PlainName}
 * @param storageGroups the declared ones and {@link StorageGroupName#UNPARTITIONED}, which every database has
 * @param transactionEngineHosts a transaction engine runs on each, in the order of their declaration
 * @param storageManagers in the order of their declaration; archives unique
 * @param expectations how much data is expected, at most once for each storage group; empty when nobody said
 * @param copyRate bytes a second at which one storage manager is expected to be copied; empty when nobody said
 */
public record Database(
        String name,
        SortedSet<StorageGroupName> storageGroups,
        List<String> transactionEngineHosts,
        List<StorageManager> storageManagers,
        List<ExpectedData> expectations,
        Optional<ByteSize> copyRate) {

    public Database {
        SortedSet<StorageGroupName> all = new TreeSet<>(storageGroups);
        all.add(StorageGroupName.UNPARTITIONED);
        storageGroups = Collections.unmodifiableSortedSet(all);
        transactionEngineHosts = List.copyOf(transactionEngineHosts);
        storageManagers = List.copyOf(storageManagers);
        expectations = List.copyOf(expectations);
    }

    /** A database of which nobody said how much data is expected. */
    public static Database of(
            String name,
            SortedSet<StorageGroupName> storageGroups,
            List<String> transactionEngineHosts,
            List<StorageManager> storageManagers) {
        return new Database(name, storageGroups, transactionEngineHosts, storageManagers, List.of(), Optional.empty());
    }

    /** Whether there are groups besides {@link StorageGroupName#UNPARTITIONED}: one archive may then not hold all. */
    public boolean hasStorageGroups() {
        return storageGroups.size() > 1;
    }

    /** The one that keeps this archive: found in a few steps where they are declared in the order of their archives. */
    public Optional<StorageManager> storageManager(ArchiveId archive) {
        int first = 0;
        int after = storageManagers.size();
        while (first < after) {
            int middle = (first + after) >>> 1;
            int order = storageManagers.get(middle).archive().compareTo(archive);
            if (order == 0) {
                return Optional.of(storageManagers.get(middle));
            }
            first = order < 0 ? middle + 1 : first;
            after = order < 0 ? after : middle;
        }
        return storageManagers.stream()
                .filter(manager -> manager.archive().equals(archive))
                .findFirst();
    }

    /** The storage managers on the region's hosts, in the order of their declaration. */
    public List<StorageManager> storageManagersIn(Region region) {
        return storageManagers.stream()
                .filter(manager -> region.hosts().contains(manager.host()))
                .toList();
    }

    /** How many of its processes, storage managers and transaction engines, run on the hosts of these regions. */
    public long processesIn(Collection<Region> regions) {
        return regions.stream()
                .mapToLong(region -> storageManagersIn(region).size()
                        + transactionEngineHosts.stream()
                                .filter(region.hosts()::contains)
                                .count())
                .sum();
    }

    /** The archives that hold the storage group's data, in the order of their declaration. */
    public List<ArchiveId> archivesServing(StorageGroupName group) {
        return storageManagers.stream()
                .filter(manager -> manager.serves().contains(group))
                .map(StorageManager::archive)
                .toList();
    }
}
