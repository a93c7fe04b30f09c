package io.hotcopy.admin;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An archive that was deleted from its database and may come back under its number.
 *
 * @param path where its files lie, which nobody has deleted
 * @param serves the storage groups that it served
 * @param provisioned whether it had never been started
 */
record RemovedArchive(ArchiveId id, String host, String path, SortedSet<StorageGroupName> serves, boolean provisioned) {

    RemovedArchive {
        serves = Collections.unmodifiableSortedSet(new TreeSet<>(serves));
    }
}
