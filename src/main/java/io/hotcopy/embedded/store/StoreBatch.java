package io.hotcopy.embedded.store;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that reach an archive together or not at all: records, the running fingerprints that go with them, and the
 * commit they bring it to. Plain memory; used by one thread.
 *
 * <p>Order counts: a later change of the same key wins, and a drop takes what the batch put before it.
 */
public final class StoreBatch {

    /** One step of a batch. */
    sealed interface Change {
        StorageGroupName group();
    }

    record Put(StorageGroupName group, byte[] key, byte[] value) implements Change {}

    record Delete(StorageGroupName group, byte[] key) implements Change {}

    record SetFingerprint(StorageGroupName group, int table, Fingerprint value) implements Change {}

    record DropTable(StorageGroupName group, int table) implements Change {}

    private final List<Change> changes = new ArrayList<>();
    private Optional<CommitNumber> applied = Optional.empty();

    /** Sets a record; the key begins with its table's id. Neither array may be changed afterwards. */
    public StoreBatch put(StorageGroupName group, byte[] key, byte[] value) {
        changes.add(new Put(group, key, value));
        return this;
    }

    /** Removes a record; does nothing when there is none. */
    public StoreBatch delete(StorageGroupName group, byte[] key) {
        changes.add(new Delete(group, key));
        return this;
    }

    /** Sets the running fingerprint of a table's part in a group. */
    public StoreBatch fingerprint(StorageGroupName group, int table, Fingerprint newValue) {
        changes.add(new SetFingerprint(group, table, newValue));
        return this;
    }

    /** Removes all records of a table in a group, and its running fingerprint. */
    public StoreBatch dropTable(StorageGroupName group, int table) {
        changes.add(new DropTable(group, table));
        return this;
    }

    /** Sets the commit that the archive holds everything up to once the batch is applied. */
    public StoreBatch applied(CommitNumber number) {
        applied = Optional.of(number);
        return this;
    }

    List<Change> changes() {
        return changes;
    }

    /** The mark; an archive without one could not be redone exactly, so every batch must have it. */
    CommitNumber requireApplied() {
        return applied.orElseThrow(() -> new IllegalStateException("the batch does not say which commit it brings"));
    }
}
