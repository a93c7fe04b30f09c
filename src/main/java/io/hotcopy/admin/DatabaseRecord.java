package io.hotcopy.admin;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the service remembers of one database.
 *
 * @param nextNode the number that its next process gets
 * @param nextGroup the number that its next storage group gets
 * @param groups the numbers that storage groups have got, kept when a group is gone
 * @param labels that processes on an archive were started with
 * @param provisioned archives that were created and not yet started
 */
record DatabaseRecord(
        Incarnation incarnation,
        int nextNode,
        int nextGroup,
        SortedMap<StorageGroupName, Integer> groups,
        SortedMap<ArchiveId, SortedMap<String, String>> labels,
        SortedMap<ArchiveId, RemovedArchive> removed,
        SortedSet<ArchiveId> provisioned) {

    /** The first number of a storage group that people have named; those below are the vendor's own. */
    private static final int FIRST_GROUP = 10;

    static final DatabaseRecord NEW = new DatabaseRecord(
            new Incarnation(0, 0), 1, FIRST_GROUP, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

    DatabaseRecord {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
        provisioned = Collections.unmodifiableSortedSet(new TreeSet<>(provisioned));
    }

    /** Its processes are numbered anew. */
    DatabaseRecord withFirstNode() {
        return with(incarnation, 1);
    }

    /** It has started. */
    DatabaseRecord started() {
        return with(incarnation.nextStart(), nextNode);
    }

    /** A storage manager has joined or left. */
    DatabaseRecord changed() {
        return with(incarnation.nextChange(), nextNode);
    }

    DatabaseRecord withNode() {
        return with(incarnation, nextNode + 1);
    }

    private DatabaseRecord with(Incarnation now, int node) {
        return new DatabaseRecord(now, node, nextGroup, groups, labels, removed, provisioned);
    }

    DatabaseRecord withGroup(StorageGroupName group) {
        if (groups.containsKey(group)) {
            return this;
        }
        SortedMap<StorageGroupName, Integer> more = new TreeMap<>(groups);
        more.put(group, nextGroup);
        return new DatabaseRecord(incarnation, nextNode, nextGroup + 1, more, labels, removed, provisioned);
    }

    SortedMap<String, String> labels(ArchiveId archive) {
        return labels.getOrDefault(archive, Collections.emptySortedMap());
    }

    DatabaseRecord withLabels(ArchiveId archive, Map<String, String> given) {
        SortedMap<ArchiveId, SortedMap<String, String>> more = new TreeMap<>(labels);
        more.put(archive, new TreeMap<>(given));
        return new DatabaseRecord(incarnation, nextNode, nextGroup, groups, more, removed, provisioned);
    }

    /** An archive is new, or back. */
    DatabaseRecord created(ArchiveId archive) {
        SortedMap<ArchiveId, RemovedArchive> fewer = new TreeMap<>(removed);
        fewer.remove(archive);
        SortedSet<ArchiveId> more = new TreeSet<>(provisioned);
        more.add(archive);
        return new DatabaseRecord(incarnation, nextNode, nextGroup, groups, labels, fewer, more);
    }

    /** An archive was started. */
    DatabaseRecord used(ArchiveId archive) {
        SortedSet<ArchiveId> fewer = new TreeSet<>(provisioned);
        fewer.remove(archive);
        return new DatabaseRecord(incarnation, nextNode, nextGroup, groups, labels, removed, fewer);
    }

    /** @param remembered how an archive that is gone is known; empty when it is to be forgotten */
    DatabaseRecord without(ArchiveId archive, Optional<RemovedArchive> remembered) {
        SortedMap<ArchiveId, RemovedArchive> changed = new TreeMap<>(removed);
        changed.remove(archive);
        remembered.ifPresent(known -> changed.put(archive, known));
        SortedMap<ArchiveId, SortedMap<String, String>> unlabelled = new TreeMap<>(labels);
        unlabelled.remove(archive);
        return new DatabaseRecord(incarnation, nextNode, nextGroup, groups, unlabelled, changed, provisioned)
                .used(archive);
    }
}
