package io.hotcopy.embedded;

import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One table: where its records lie.
 *
 * @param id one or more; never used again after a drop
 * @param name as its creator spelt it
 * @param function chooses the partition of a key
 * @param groupOfPartition the storage group of each partition, at least one partition
 */
public record TableInfo(int id, String name, PartitionFunction function, List<StorageGroupName> groupOfPartition) {

    public TableInfo {
        if (id < 1 || name.isBlank() || groupOfPartition.isEmpty()) {
            throw new IllegalArgumentException(
                    "not a table: id " + id + ", name \"" + name + "\", partitions " + groupOfPartition.size());
        }
        groupOfPartition = List.copyOf(groupOfPartition);
    }

    public int partitions() {
        return groupOfPartition.size();
    }

    /** The storage groups that hold its partitions. */
    public SortedSet<StorageGroupName> groups() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(groupOfPartition));
    }

    /** The storage group of the record with this user's key. */
    public StorageGroupName groupOf(byte[] userKey) {
        return groupOfPartition.get(function.partition(userKey, partitions()));
    }

    /** The complete key of the record with this user's key. */
    public byte[] rowKey(byte[] userKey) {
        return TableKeys.key(id, userKey);
    }
}
