package io.hotcopy.embedded;

import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.GroupContent;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans an archive's storage groups, some at a time, and computes the fingerprint of each. */
final class ContentScan {

    private final ArchiveStore store;
    private final String archive;
    private final Schema schema;
    private final ProgressListener progress;

    /** @param archive names the archive in the tasks of the progress */
    ContentScan(ArchiveStore store, String archive, ProgressListener progress) {
        this.store = store;
        this.archive = archive;
        this.schema = SchemaRecords.read(store);
        this.progress = progress;
    }

    /** The fingerprint of every group that the archive holds; throws what reading throws. */
    SortedMap<StorageGroupName, Fingerprint> run() {
        int threads = Math.min(store.groups().size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            SortedMap<StorageGroupName, Future<Fingerprint>> running = new TreeMap<>();
            store.groups().forEach(group -> running.put(group, pool.submit(() -> scan(group))));
            SortedMap<StorageGroupName, Fingerprint> found = new TreeMap<>();
            running.forEach((group, scan) -> found.put(group, result(scan)));
            return found;
        } finally {
            pool.shutdownNow();
        }
    }

    private Fingerprint scan(StorageGroupName group) {
        String task = "scan " + archive + " " + group;
        long expected = store.estimatedBytes(group);
        long began = System.nanoTime();
        progress.on(new ProgressEvent.TaskStarted(task, expected));
        long[] read = {0};
        Fingerprint sum = GroupContent.of(store, group, schema::isLive, bytes -> {
            read[0] = bytes;
            progress.on(new ProgressEvent.TaskAdvanced(task, bytes, Math.max(bytes, expected)));
        });
        progress.on(new ProgressEvent.TaskFinished(task, read[0], System.nanoTime() - began));
        return sum;
    }

    private static Fingerprint result(Future<Fingerprint> scan) {
        try {
            return scan.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("a scan failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scanning", interrupted);
        }
    }
}
