package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Reads records as they were at a snapshot, from whichever storage manager serves them: the store first, then the
 * overlay. One that cannot read is taken out and the next one asked. Safe for several threads.
 */
final class SnapshotReads {

    private final CommitSequence sequence;
    private final Health health;
    private final UndoOverlay overlay;

    SnapshotReads(CommitSequence sequence, Health health, UndoOverlay overlay) {
        this.sequence = sequence;
        this.health = health;
        this.overlay = overlay;
    }

    /** The value at the snapshot; empty when there was no such record. */
    Optional<byte[]> get(StorageGroupName group, RowKey row, long snapshot) {
        Optional<byte[]> inStore = newest(group, row);
        Optional<Replacement> before = overlay.at(row, snapshot);
        requireReadable(TableKeys.table(row.bytes()), snapshot);
        return before.isPresent() ? Optional.ofNullable(before.get().value()) : inStore;
    }

    /** The value that the last applied commit left. */
    Optional<byte[]> newest(StorageGroupName group, RowKey row) {
        while (true) {
            Member member = reader(group);
            try {
                return member.store().get(group, row.bytes());
            } catch (HotCopyException | IllegalStateException trouble) {
                turnAwayFrom(member, trouble);
            }
        }
    }

    /**
     * Comes back when there may be another to ask: the member cannot read, or has left and was closed.
     *
     * @throws IllegalStateException when it is closed and has not left: the database has stopped
     */
    private void turnAwayFrom(Member member, RuntimeException trouble) {
        if (!sequence.membership().holds(member)) {
            return;
        }
        if (trouble instanceof HotCopyException cause) {
            health.failed(member, cause);
        } else {
            throw trouble;
        }
    }

    /** One table's records of a range of keys at the snapshot, over all its groups. */
    Rows scan(SortedSet<StorageGroupName> groups, RowKey from, RowKey toExclusive, long snapshot) {
        List<Rows> parts = new ArrayList<>();
        for (StorageGroupName group : groups) {
            parts.add(new StoreRows(next -> open(group, next, toExclusive), from));
        }
        Rows merged = new OverlaidRows(
                new MergedRows(parts), overlay.in(from, toExclusive, snapshot), row -> overlay.at(row, snapshot));
        return new CheckedRows(merged, () -> requireReadable(TableKeys.table(from.bytes()), snapshot));
    }

    /** One group's records from whoever serves it, as they are now. */
    private StoreRows.Opened open(StorageGroupName group, RowKey from, RowKey toExclusive) {
        while (true) {
            Member member = reader(group);
            try {
                return new StoreRows.Opened(
                        member.store().cursor(group, from.bytes(), toExclusive.bytes()),
                        trouble -> turnAwayFrom(member, trouble));
            } catch (HotCopyException | IllegalStateException trouble) {
                turnAwayFrom(member, trouble);
            }
        }
    }

    private void requireReadable(int table, long snapshot) {
        if (overlay.isTooOld(snapshot)) {
            throw tooOld();
        }
        if (health.isDropped(table)) {
            throw new HotCopyException("the table was dropped while the transaction read it", "Begin it again.");
        }
    }

    static HotCopyException tooOld() {
        return new HotCopyException(
                "the transaction's snapshot is too old: too much has been changed since it began",
                "Begin it again; read long ranges in several transactions.");
    }

    private Member reader(StorageGroupName group) {
        return sequence.membership().members().stream()
                .filter(member -> member.serves().contains(group) && health.isWell(member))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "no storage manager that serves " + group + " is running",
                        "Mend what has failed and start the domain again."));
    }
}
