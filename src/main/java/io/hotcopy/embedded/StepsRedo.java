package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.changes.ChangeSorter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carries an archive that holds everything through one commit forward to a later one: folds what incrementals and
 * journals of whichever archives say to the last word on each key, and takes that in as sorted files, by one call a
 * storage group. Used once, by one thread; can be done again only on a fresh copy of the base.
 */
final class StepsRedo {

    private final Path work;
    private final ArchiveStore store;
    private final StoreMemory memory;
    private final List<SourceStep> steps;
    private final CommitNumber target;
    private final FoldLimits limits;
    private final StepProgress progress;

    /**
     * @param work a directory to make on the archive's file system, and to leave empty
     * @param store holds everything through its applied mark, and nothing of it is in memory only
     * @param steps carry every group of the store from its applied mark to the target
     */
    StepsRedo(
            Path work,
            ArchiveStore store,
            StoreMemory memory,
            List<SourceStep> steps,
            CommitNumber target,
            FoldLimits limits,
            StepProgress progress) {
        this.work = work;
        this.store = store;
        this.memory = memory;
        this.steps = StepCover.fitted(store.groups(), store.appliedMark(), steps, target);
        this.target = target;
        this.limits = limits;
        this.progress = progress;
    }

    void run() {
        try {
            SyncedFiles.createDirectory(work);
            takeIn();
            SyncedFiles.deleteTree(work);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("restore in", work, trouble);
        }
    }

    /** The views in a journal are known only at its end; that one of them makes a reading void is rare. */
    private void takeIn() {
        KnownViews views = new KnownViews();
        boolean taken = foldedAndTaken(views);
        if (!taken) {
            progress.again();
            taken = foldedAndTaken(views);
        }
        if (!taken) {
            throw new IllegalStateException("commits became void though all views were known");
        }
    }

    private boolean foldedAndTaken(KnownViews views) {
        try (ChangeSorter folded = sorter()) {
            StepsFold fold = new StepsFold(folded, limits.leftFrom(), views, fingerprints(), progress);
            boolean counts = fold.read(steps);
            if (counts) {
                new FoldedIntake(store, memory, work, target).run(folded, fold.runningFingerprints());
            }
            return counts;
        }
    }

    private ChangeSorter sorter() {
        return new ChangeSorter(
                new TreeSet<>(store.groups()),
                new CommitRange(store.appliedMark(), target),
                work.resolve("runs"),
                limits.memoryBytes());
    }

    private SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> fingerprints() {
        SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> sums = new TreeMap<>();
        store.groups().forEach(group -> sums.put(group, new TreeMap<>()));
        store.runningFingerprints()
                .forEach((part, sum) -> sums.get(part.group()).put(part.table(), sum));
        return sums;
    }
}
