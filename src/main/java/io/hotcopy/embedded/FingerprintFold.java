package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Running fingerprints in, commits in order, running fingerprints after them out: what each commit says it changes, and
 * what a drop takes out. Used by one thread.
 */
final class FingerprintFold {

    private final SortedSet<StorageGroupName> groups;
    private final SortedMap<TableInGroup, Fingerprint> sums;

    /**
     * @param groups those that are followed; what commits say of others is passed over
     * @param start the running fingerprints before the first commit
     */
    FingerprintFold(SortedSet<StorageGroupName> groups, SortedMap<TableInGroup, Fingerprint> start) {
        this.groups = new TreeSet<>(groups);
        this.sums = new TreeMap<>(start);
    }

    /**
     * Adds one commit.
     *
     * @return the tables and groups whose fingerprint is another now; those of a dropped table are gone
     */
    Set<TableInGroup> add(CommitFrame commit) {
        Set<TableInGroup> changed = new HashSet<>();
        for (FingerprintDifference difference : commit.differences()) {
            if (groups.contains(difference.group())) {
                TableInGroup part = new TableInGroup(difference.group(), difference.table());
                sums.merge(part, difference.difference(), Fingerprint::plus);
                changed.add(part);
            }
        }
        commit.operations().forEach(operation -> dropped(operation).ifPresent(table -> {
            sums.keySet().removeIf(part -> part.table() == table);
            changed.removeIf(part -> part.table() == table);
        }));
        return changed;
    }

    /** The table that an operation drops; empty when it drops none. */
    static OptionalInt dropped(Operation operation) {
        boolean schema =
                operation.group().equals(StorageGroupName.UNPARTITIONED) && SchemaRecords.isSchemaKey(operation.key());
        return schema
                ? SchemaRecords.droppedBy(
                        new SchemaRecords.Change(operation.key(), Optional.ofNullable(operation.value())))
                : OptionalInt.empty();
    }

    Fingerprint of(TableInGroup part) {
        return sums.getOrDefault(part, Fingerprint.ZERO);
    }

    /** The fingerprint of every group followed: the sum over its tables. */
    SortedMap<StorageGroupName, Fingerprint> byGroup() {
        return byGroup(groups, sums);
    }

    static SortedMap<StorageGroupName, Fingerprint> byGroup(
            SortedSet<StorageGroupName> groups, SortedMap<TableInGroup, Fingerprint> sums) {
        SortedMap<StorageGroupName, Fingerprint> byGroup = new TreeMap<>();
        groups.forEach(group -> byGroup.put(group, Fingerprint.ZERO));
        sums.forEach((part, sum) -> byGroup.computeIfPresent(part.group(), (group, before) -> before.plus(sum)));
        return Collections.unmodifiableSortedMap(byGroup);
    }
}
