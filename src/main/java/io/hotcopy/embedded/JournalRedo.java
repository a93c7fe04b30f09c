package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;

/**
 * Journal entries in, an archive that holds every commit through a target out: what the archive holds already is
 * skipped, and what is void or beyond the target. Give it the entries of a whole journal in order, then call
 * {@link #finish()}; it can be done again from wherever a crash left it. Used by one thread.
 */
final class JournalRedo {

    private static final long BATCH_BYTES = 1 << 20;

    private final ArchiveStore store;
    private final VoidFilter voids;
    private final CommitNumber through;
    private final FingerprintFold fingerprints;
    private StoreBatch batch = new StoreBatch();
    private final Set<TableInGroup> changed = new HashSet<>();
    private long batchBytes;
    private CommitNumber last;
    private long bytes;

    /**
     * @param store what is redone into; nobody else writes into it meanwhile
     * @param voids knows all views of the journal
     * @param through the target; not below the store's applied mark
     */
    JournalRedo(ArchiveStore store, VoidFilter voids, CommitNumber through) {
        this(store, store.groups(), voids, through);
    }

    /**
     * For commits of which only some groups are to be redone; the others hold all through the target already.
     *
     * @param groups those: what is taken must have no operations of others
     */
    JournalRedo(ArchiveStore store, SortedSet<StorageGroupName> groups, VoidFilter voids, CommitNumber through) {
        this.store = store;
        this.voids = voids;
        this.through = through;
        this.fingerprints = new FingerprintFold(groups, store.runningFingerprints());
        this.last = store.appliedMark();
        if (last.isAfter(through)) {
            throw new IllegalArgumentException("the archive holds commit " + last + ", beyond " + through);
        }
    }

    /** Redoes an entry if it is a commit that counts. */
    void take(JournalEntry entry) {
        if (entry.frame() instanceof CommitFrame commit) {
            take(commit);
        }
    }

    /** As above. */
    void take(CommitFrame commit) {
        if (commit.number().isAfter(last) && !commit.number().isAfter(through) && !voids.isVoid(commit)) {
            redo(commit);
        }
    }

    private void redo(CommitFrame commit) {
        changed.addAll(fingerprints.add(commit));
        for (Operation operation : commit.operations()) {
            requireServed(commit, operation);
            add(operation);
            batchBytes += operation.key().length + (operation.isTombstone() ? 0 : operation.value().length);
        }
        last = commit.number();
        if (batchBytes >= BATCH_BYTES) {
            apply(last);
        }
    }

    private void requireServed(CommitFrame commit, Operation operation) {
        if (!store.groups().contains(operation.group())) {
            throw new DamagedArchiveException("the journal's commit " + commit.number() + " writes into storage group "
                    + operation.group() + ", which the archive does not hold");
        }
    }

    private void add(Operation operation) {
        if (operation.isTombstone()) {
            batch.delete(operation.group(), operation.key());
        } else {
            batch.put(operation.group(), operation.key(), operation.value());
        }
        FingerprintFold.dropped(operation).ifPresent(table -> {
            store.groups().forEach(group -> batch.dropTable(group, table));
            changed.removeIf(part -> part.table() == table);
        });
    }

    private void apply(CommitNumber mark) {
        changed.forEach(part -> batch.fingerprint(part.group(), part.table(), fingerprints.of(part)));
        store.apply(batch.applied(mark));
        batch = new StoreBatch();
        changed.clear();
        bytes += batchBytes;
        batchBytes = 0;
    }

    /** Applies what is left and sets the archive's mark to the target. */
    void finish() {
        apply(through);
    }

    /** Bytes of keys and values redone so far. */
    long bytes() {
        return bytes;
    }
}
