package io.hotcopy.verify;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Does the restore for real, into scratch, and compares what came out with what the manifests say. */
final class DrillRun {

    private final ArchiveFormat format;
    private final Restorer restorer;
    private final Workers workers;
    private final ProgressListener progress;

    DrillRun(ArchiveFormat format, Restorer restorer, Workers workers, ProgressListener progress) {
        this.format = format;
        this.restorer = restorer;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Restores, compares and removes scratch.
     *
     * @param groups get what is found of their content
     * @param together gets what kept the drill from its end
     * @return what was measured; empty when it did not come to its end
     */
    Optional<Drill> run(RestorePlan plan, Path scratch, GroupLooks groups, List<Finding> together) {
        try {
            RestoreReport restored = restorer.restore(plan, scratch, progress);
            try {
                return Optional.of(compare(restored, groups));
            } finally {
                remove(scratch);
            }
        } catch (InterruptedRestoreException interrupted) {
            throw interrupted;
        } catch (RuntimeException trouble) {
            Finding finding = Finding.of(trouble);
            together.add(finding);
            groups.addToAll(finding);
            return Optional.empty();
        }
    }

    private Drill compare(RestoreReport restored, GroupLooks groups) {
        progress.on(new StageEntered("compare content"));
        long begun = System.nanoTime();
        RestorePlan plan = restored.plan();
        SortedMap<ArchiveId, SortedMap<StorageGroupName, Fingerprint>> scanned = scan(restored);
        for (ArchiveId archive : scanned.keySet()) {
            SortedMap<StorageGroupName, Fingerprint> expected =
                    new TreeMap<>(format.accounted(restored.archives().get(archive)));
            // What a manifest says of the target counts more than what its commits add up to.
            expected.replaceAll((group, accounted) -> plan.recorded().getOrDefault(group, accounted));
            groups.compare(archive, plan.target(), expected, scanned.get(archive));
        }
        groups.compareCopies(scanned);
        return new Drill(restored.size(), restored.took(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private SortedMap<ArchiveId, SortedMap<StorageGroupName, Fingerprint>> scan(RestoreReport restored) {
        SortedMap<ArchiveId, SortedMap<StorageGroupName, Fingerprint>> scanned =
                Collections.synchronizedSortedMap(new TreeMap<>());
        List<Runnable> jobs = new ArrayList<>();
        restored.archives()
                .forEach(
                        (archive, directory) -> jobs.add(() -> scanned.put(archive, format.scan(directory, progress))));
        workers.runAll(jobs);
        return scanned;
    }

    private void remove(Path scratch) {
        try {
            SyncedFiles.deleteTree(scratch);
        } catch (IOException trouble) {
            progress.on(new Noted(FileTrouble.cannot("remove", scratch, trouble).getMessage()));
        }
    }
}
