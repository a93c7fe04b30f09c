package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A storage manager: the process that keeps one archive.
 *
 * @param archive its archive, unique within the database
 * @param host where it runs
 * @param serves the storage groups it holds; {@link StorageGroupName#UNPARTITIONED} is always among them
 * @param journalHotCopy whether journal hot copies may be taken from it
 */
public record StorageManager(
        ArchiveId archive, String host, SortedSet<StorageGroupName> serves, boolean journalHotCopy) {

    public StorageManager {
        SortedSet<StorageGroupName> all = new TreeSet<>(serves);
        all.add(StorageGroupName.UNPARTITIONED);
        serves = Collections.unmodifiableSortedSet(all);
    }
}
