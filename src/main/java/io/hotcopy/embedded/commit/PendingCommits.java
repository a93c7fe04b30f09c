package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.commit.PendingCommit.Change;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.ContentHash;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a commit of locked writes: first committer wins, old values, fingerprint differences. */
final class PendingCommits {

    /** A rough count of the bytes that one operation takes beside key and value. */
    private static final int OPERATION_BYTES = 200;

    private final SnapshotReads reads;
    private final UndoOverlay overlay;

    PendingCommits(SnapshotReads reads, UndoOverlay overlay) {
        this.reads = reads;
        this.overlay = overlay;
    }

    static long bytes(List<Operation> operations) {
        return operations.stream()
                .mapToLong(operation -> OPERATION_BYTES
                        + operation.key().length
                        + (operation.isTombstone() ? 0 : operation.value().length))
                .sum();
    }

    static List<RowKey> rows(List<Operation> operations) {
        return operations.stream().map(operation -> new RowKey(operation.key())).toList();
    }

    /**
     * Reads what the locked records hold.
     *
     * @return empty when nothing would change
     * @throws WriteConflictException when a record was changed after the snapshot
     */
    Optional<PendingCommit> prepare(
            long snapshot, List<Operation> operations, List<RowKey> rows, Optional<TableDrop> drop, long bytes) {
        requireUnchanged(rows, snapshot);
        List<Change> changes = new ArrayList<>(operations.size());
        SortedSet<StorageGroupName> touched = new TreeSet<>();
        for (int index = 0; index < operations.size(); index++) {
            Operation operation = operations.get(index);
            byte[] old = reads.newest(operation.group(), rows.get(index)).orElse(null);
            if (old != null || !operation.isTombstone()) {
                changes.add(new Change(rows.get(index), operation, old));
                touched.add(operation.group());
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PendingCommit(rows, changes, touched, differences(changes), drop, bytes));
    }

    /** A lock is held only by who will apply, so what has been applied is all there is to look at. */
    private void requireUnchanged(List<RowKey> rows, long snapshot) {
        for (RowKey row : rows) {
            if (overlay.changedAfter(row, snapshot)) {
                throw new WriteConflictException("a record it writes was changed after it began");
            }
        }
        if (overlay.isTooOld(snapshot)) {
            throw new WriteConflictException("too much was changed after it began to tell what it may write");
        }
    }

    private static List<FingerprintDifference> differences(List<Change> changes) {
        ContentHash hash = new ContentHash();
        Map<TableInGroup, Fingerprint> sums = new TreeMap<>();
        for (Change change : changes) {
            Operation operation = change.operation();
            TableInGroup part = new TableInGroup(operation.group(), TableKeys.table(operation.key()));
            Fingerprint before = change.old() == null ? Fingerprint.ZERO : hash.of(operation.key(), change.old());
            Fingerprint after =
                    operation.isTombstone() ? Fingerprint.ZERO : hash.of(operation.key(), operation.value());
            sums.merge(part, after.minus(before), Fingerprint::plus);
        }
        return sums.entrySet().stream()
                .map(sum -> new FingerprintDifference(
                        sum.getKey().group(), sum.getKey().table(), sum.getValue()))
                .toList();
    }
}
