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
import io.hotcopy.restore.Workers;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Takes folded changes into an archive: each storage group as sorted files, several at once, leaving out the tables
 * that no longer exist. Used once, by one thread.
 */
final class FoldedIntake {

    private static final int LOOK_EVERY = 4096;

    /** Storage groups taken in at once: while one waits for the disk, others are computed. */
    private static final int AT_ONCE = 4;

    private final ArchiveStore store;
    private final StoreMemory memory;
    private final Path work;
    private final CommitNumber target;
    private final Schema before;
    private final SchemaAtTarget records;
    private Schema schema;

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
        List<Runnable> jobs = new ArrayList<>();
        for (StorageGroupName group : store.groups()) {
            if (!group.equals(StorageGroupName.UNPARTITIONED)) {
                jobs.add(() -> take(group, folded));
            }
        }
        new Workers(AT_ONCE).runAll(jobs);
        store.apply(settling(fingerprints));
        store.flush();
    }

    private void take(StorageGroupName group, ChangeSorter folded) {
        try (ChangeStream changes = folded.stream(group);
                SortedFilesWriter files = new SortedFilesWriter(work, group.value(), memory)) {
            for (long taken = 0; changes.next(); taken++) {
                if (taken % LOOK_EVERY == 0) {
                    InterruptedRestoreException.check();
                }
                take(changes, files);
            }
            if (schema == null) {
                schema = records.schema();
            }
            store.ingest(group, files.finish());
        }
    }

    private void take(ChangeStream changes, SortedFilesWriter files) {
        byte[] key = changes.key();
        int table = TableKeys.table(key);
        if (table == Schema.TABLE) {
            takeTableZero(key, changes.value(), files);
            return;
        }
        if (schema == null) {
            schema = records.schema();
        }
        if (schema.isLive(table)) {
            files.add(key, changes.value());
        }
    }

    /** Schema records, which come first of all in the group that is taken first; in other groups there are none. */
    private void takeTableZero(byte[] key, byte[] value, SortedFilesWriter files) {
        if (schema == null) {
            records.take(key, value);
        }
        files.add(key, value);
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
