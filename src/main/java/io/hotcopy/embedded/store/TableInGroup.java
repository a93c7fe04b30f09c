package io.hotcopy.embedded.store;

import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;

/**
 * The part of one table that lies in one storage group; what a running fingerprint is kept for.
 *
 * @param group the storage group
 * @param table the table's id; zero for the schema, which lies in UNPARTITIONED
 */
public record TableInGroup(StorageGroupName group, int table) implements Comparable<TableInGroup> {

    private static final Comparator<TableInGroup> ORDER =
            Comparator.comparing(TableInGroup::group).thenComparingInt(TableInGroup::table);

    public TableInGroup {
        if (table < 0) {
            throw new IllegalArgumentException("table id must not be negative: " + table);
        }
    }

    @Override
    public int compareTo(TableInGroup other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return group + "/" + table;
    }
}
