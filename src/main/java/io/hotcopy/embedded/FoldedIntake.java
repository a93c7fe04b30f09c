package io.hotcopy.embedded;

import io.hotcopy.embedded.changes.ChangeSorter;
import io.hotcopy.embedded.changes.ChangeStream;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.SortedFilesWriter;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Takes folded changes into an archive: storage group by storage group as sorted files, leaving out the tables that no
 * longer exist. Used once, by one thread.
 */
final class FoldedIntake {

    private static final int LOOK_EVERY = 4096;

    private final ArchiveStore store;
    private final StoreMemory memory;
    private final Path work;
    private final CommitNumber target;
    private final Schema before;
    private final SchemaAtTarget records;
    private Schema schema;
    private long added;

    /** @param work where the sorted files are made, on the archive's file system */
    FoldedIntake(ArchiveStore store, StoreMemory memory, Path work, CommitNumber target) {
        this.store = store;
        this.memory = memory;
        this.work = work;
        this.target = target;
        this.records = new SchemaAtTarget(store);
        this.before = records.schema();
    }

    /** @param fingerprints the running fingerprints at the target */
    void run(ChangeSorter folded, SortedMap<TableInGroup, Fingerprint> fingerprints) {
        // The schema lies in this group, and decides what of the others is live.
        take(StorageGroupName.UNPARTITIONED, folded);
        for (StorageGroupName group : store.groups()) {
            if (!group.equals(StorageGroupName.UNPARTITIONED)) {
                take(group, folded);
            }
        }
        store.apply(settling(fingerprints));
        store.flush();
    }

    private void take(StorageGroupName group, ChangeSorter folded) {
        try (ChangeStream changes = folded.stream(group);
                SortedFilesWriter files = new SortedFilesWriter(work, group.value(), memory)) {
            while (changes.next()) {
                take(changes.key(), changes.value(), files);
            }
            if (schema == null) {
                schema = records.schema();
            }
            store.ingest(group, files.finish());
        }
    }

    private void take(byte[] key, byte[] value, SortedFilesWriter files) {
        if (++added % LOOK_EVERY == 0) {
            InterruptedRestoreException.check();
        }
        int table = TableKeys.table(key);
        if (schema == null && table == Schema.TABLE) {
            records.take(key, value);
        } else if (schema == null) {
            schema = records.schema();
        }
        if (table == Schema.TABLE || schema.isLive(table)) {
            files.add(key, value);
        }
    }

    private StoreBatch settling(SortedMap<TableInGroup, Fingerprint> fingerprints) {
        StoreBatch batch = new StoreBatch().applied(target);
        TreeSet<Integer> gone = new TreeSet<>(before.tables().keySet());
        gone.removeAll(schema.tables().keySet());
        store.groups().forEach(group -> gone.forEach(table -> batch.dropTable(group, table)));
        fingerprints.forEach((part, sum) -> {
            if (schema.isLive(part.table())) {
                batch.fingerprint(part.group(), part.table(), sum);
            }
        });
        return batch;
    }
}
