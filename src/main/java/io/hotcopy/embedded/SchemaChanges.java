package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.TableDrop;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The present schema and its changes, each a commit in UNPARTITIONED, which every storage manager serves. */
final class SchemaChanges {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final int MOST_PARTITIONS = 1024;

    private final CommitPipeline pipeline;
    private volatile Schema present;

    /** @param present as of the commit that the pipeline begins at */
    SchemaChanges(CommitPipeline pipeline, Schema present) {
        this.pipeline = pipeline;
        this.present = present;
    }

    Schema present() {
        return present;
    }

    synchronized void create(String table, int partitions, List<StorageGroupName> groups) {
        requireName(table);
        if (present.table(table).isPresent()) {
            throw new HotCopyException(
                    "there is a table \"" + table + "\" already", "Choose another name, or drop it first.");
        }
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new HotCopyException(
                    "a table cannot have " + partitions + " partitions", "Use 1 to " + MOST_PARTITIONS + ".");
        }
        requireGroups(table, groups);
        become(present.withTable(table, partitions, groups), Optional.empty());
    }

    private void requireGroups(String table, List<StorageGroupName> groups) {
        if (groups.isEmpty()) {
            throw new HotCopyException(
                    "table \"" + table + "\" has no storage group to lie in", "Name some of " + present.groups() + ".");
        }
        for (StorageGroupName group : groups) {
            requireGroup(group);
        }
    }

    void requireGroup(StorageGroupName group) {
        if (!present.groups().contains(group)) {
            throw new HotCopyException(
                    "there is no storage group \"" + group + "\"", "The groups are " + present.groups() + ".");
        }
    }

    /** Some archives serve other groups than before; of these groups new ones are part of the database from here on. */
    synchronized void serve(SortedMap<ArchiveId, SortedSet<StorageGroupName>> changed) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(present.groups());
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>(present.serving());
        serving.putAll(changed);
        changed.values().forEach(groups::addAll);
        become(present.withServing(groups, serving), Optional.empty());
    }

    /** Some archives are removed; what they served others serve. */
    synchronized void forget(Set<ArchiveId> removed) {
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>(present.serving());
        serving.keySet().removeAll(removed);
        become(present.withServing(present.groups(), serving), Optional.empty());
    }

    synchronized void drop(String table) {
        TableInfo gone = present.table(table).orElseThrow(() -> NoSuchTable.in(present, table));
        become(present.withoutTable(table), Optional.of(new TableDrop(gone.id(), gone.groups())));
    }

    /** Makes another schema the present one; does nothing when it is. */
    synchronized void become(Schema next, Optional<TableDrop> drop) {
        List<Operation> changes = SchemaRecords.changes(present, next).stream()
                .map(change -> new Operation(
                        StorageGroupName.UNPARTITIONED,
                        change.key(),
                        change.value().orElse(null)))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        long snapshot = pipeline.takeSnapshot();
        try {
            pipeline.commit(snapshot, changes, drop);
        } finally {
            pipeline.releaseSnapshot(snapshot);
        }
        present = next;
    }

    private static void requireName(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new HotCopyException(
                    "\"" + table + "\" cannot be the name of a table",
                    "Use lower-case letters, digits and underscores, not beginning with a digit.");
        }
    }
}
