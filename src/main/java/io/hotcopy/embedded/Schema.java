package io.hotcopy.embedded;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database consists of at one commit: its tables, its storage groups, and which archive serves which. Immutable;
 * kept as records of table 0 in UNPARTITIONED by {@link SchemaRecords}.
 *
 * @param groups all storage groups, UNPARTITIONED among them
 * @param serving per archive, the groups it serves
 * @param tables by id
 * @param nextTable the id of the next table: greater than any that was ever used
 */
public record Schema(
        SortedSet<StorageGroupName> groups,
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving,
        SortedMap<Integer, TableInfo> tables,
        int nextTable) {

    /** The table id of the schema's own records. */
    public static final int TABLE = 0;

    /** Nothing yet: what an archive without schema records holds. */
    public static final Schema EMPTY = new Schema(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), TABLE + 1);

    public Schema {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> served = new TreeMap<>();
        serving.forEach((archive, its) -> served.put(archive, Collections.unmodifiableSortedSet(new TreeSet<>(its))));
        serving = Collections.unmodifiableSortedMap(served);
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** The schema of a new database: no tables. */
    public static Schema created(
            SortedSet<StorageGroupName> groups, SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving) {
        SortedSet<StorageGroupName> all = new TreeSet<>(groups);
        all.add(StorageGroupName.UNPARTITIONED);
        return new Schema(all, serving, new TreeMap<>(), TABLE + 1);
    }

    /** The table of that name. */
    public Optional<TableInfo> table(String name) {
        return tables.values().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    /** Whether records of this table id are live: the schema's own, or those of a table that exists. */
    public boolean isLive(int table) {
        return table == TABLE || tables.containsKey(table);
    }

    /** With one more table, whose partitions are dealt to the groups in turn. */
    public Schema withTable(String name, int partitions, List<StorageGroupName> over) {
        if (table(name).isPresent() || partitions < 1 || over.isEmpty() || !groups.containsAll(over)) {
            throw new IllegalArgumentException(
                    "cannot make table \"" + name + "\" with " + partitions + " partitions over " + over);
        }
        List<StorageGroupName> dealt = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            dealt.add(over.get(partition % over.size()));
        }
        SortedMap<Integer, TableInfo> more = new TreeMap<>(tables);
        more.put(nextTable, new TableInfo(nextTable, name, PartitionFunction.MURMUR3_32, dealt));
        return new Schema(groups, serving, more, nextTable + 1);
    }

    /** Without a table that exists; its id is not used again. */
    public Schema withoutTable(String name) {
        TableInfo gone =
                table(name).orElseThrow(() -> new IllegalArgumentException("there is no table \"" + name + "\""));
        SortedMap<Integer, TableInfo> fewer = new TreeMap<>(tables);
        fewer.remove(gone.id());
        return new Schema(groups, serving, fewer, nextTable);
    }

    /** With other storage groups and other archives serving them. */
    public Schema withServing(
            SortedSet<StorageGroupName> newGroups, SortedMap<ArchiveId, SortedSet<StorageGroupName>> newServing) {
        return new Schema(newGroups, newServing, tables, nextTable);
    }
}
