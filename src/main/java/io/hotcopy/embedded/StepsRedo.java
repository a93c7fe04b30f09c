package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.changes.ChangeSorter;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Carries an archive that holds everything through one commit forward to a later one: folds what incrementals and
 * journals of whichever archives say to the last word on each key, and takes that in as sorted files, by one call a
 * storage group. Nothing is read twice from an incremental, and a journal's commits are decoded once. Used once, by one
 * thread; can be done again only on a fresh copy of the base.
 */
final class StepsRedo {

    /** Between two looks at whether the restore was interrupted, and two words on how far it is. */
    private static final int TELL_EVERY = 4096;

    private final Path work;
    private final ArchiveStore store;
    private final StoreMemory memory;
    private final List<SourceStep> steps;
    private final CommitNumber target;
    private final StepProgress progress;
    private final ChangeSorter folded;
    private final Map<Path, CopiedJournal> journals = new HashMap<>();
    private final Map<UUID, VoidFilter> voids = new HashMap<>();
    private final SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> sums = new TreeMap<>();
    private long entries;

    /**
     * @param work a directory to make on the archive's file system, and to leave empty
     * @param store holds everything through its applied mark, and nothing of it is in memory only
     * @param steps carry every group of the store from its applied mark to the target
     * @param memoryBytes how much of the folded changes is held in memory, about
     */
    StepsRedo(
            Path work,
            ArchiveStore store,
            StoreMemory memory,
            List<SourceStep> steps,
            CommitNumber target,
            long memoryBytes,
            StepProgress progress) {
        this.work = work;
        this.store = store;
        this.memory = memory;
        this.steps = StepCover.fitted(store.groups(), store.appliedMark(), steps, target);
        this.target = target;
        this.progress = progress;
        this.folded = new ChangeSorter(
                new TreeSet<>(store.groups()),
                new CommitRange(store.appliedMark(), target),
                work.resolve("runs"),
                memoryBytes);
        store.groups().forEach(group -> sums.put(group, new TreeMap<>()));
        store.runningFingerprints()
                .forEach((part, sum) -> sums.get(part.group()).put(part.table(), sum));
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

    private void takeIn() {
        try (folded) {
            openJournals();
            steps.forEach(this::fold);
            folded.filled();
            new FoldedIntake(store, memory, work, target).run(folded, runningFingerprints());
        }
    }

    /** A later element of an archive's journal may say what is void in an earlier one, so all views are known first. */
    private void openJournals() {
        Map<UUID, List<View>> views = new HashMap<>();
        for (SourceStep step : steps) {
            if (isJournal(step)) {
                CopiedJournal journal =
                        journals.computeIfAbsent(step.data(), data -> new CopiedJournal(data, step.element()));
                step.takes().values().forEach(takes -> journal.requireFrom(takes.from()));
                views.computeIfAbsent(step.element().archiveUuid(), absent -> new ArrayList<>())
                        .addAll(journal.views());
            }
        }
        views.forEach((archive, known) -> voids.put(archive, new VoidFilter(known)));
    }

    private static boolean isJournal(SourceStep step) {
        return switch (step.element().type()) {
            // Of a full only the journal copied with it is of use here.
            case JOURNAL, FULL -> true;
            case INCREMENTAL -> false;
            case SIMPLE -> throw new IllegalArgumentException("a simple hot copy is no element of a set");
        };
    }

    private void fold(SourceStep step) {
        if (isJournal(step)) {
            foldJournal(step);
        } else {
            CopiedChanges changes = new CopiedChanges(step.data(), step.element());
            SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> stated = changes.fingerprints();
            for (StorageGroupName group : step.takes().keySet()) {
                folded.putSorted(group, changes.file(group));
                sums.put(group, stated.get(group));
            }
        }
        progress.done(step);
    }

    private void foldJournal(SourceStep step) {
        Map<StorageGroupName, FollowedContent> followed = new HashMap<>();
        step.takes()
                .forEach((group, takes) ->
                        followed.put(group, new FollowedContent(step.element(), group, takes, sums.get(group))));
        VoidFilter filter = voids.get(step.element().archiveUuid());
        journals.get(step.data()).read(entry -> {
            tell(step, entry);
            if (entry.frame() instanceof CommitFrame commit && !filter.isVoid(commit)) {
                fold(commit, followed);
            }
        });
        followed.forEach((group, content) -> sums.put(group, content.require()));
    }

    private void fold(CommitFrame commit, Map<StorageGroupName, FollowedContent> followed) {
        followed.values().forEach(content -> content.take(commit));
        for (Operation operation : commit.operations()) {
            FollowedContent content = followed.get(operation.group());
            if (content != null && content.takes(commit.number())) {
                folded.put(operation.group(), operation.key(), operation.value());
            }
        }
    }

    private void tell(SourceStep step, JournalEntry entry) {
        if (++entries % TELL_EVERY == 0) {
            InterruptedRestoreException.check();
            progress.within(step, entry);
        }
    }

    private SortedMap<TableInGroup, Fingerprint> runningFingerprints() {
        SortedMap<TableInGroup, Fingerprint> all = new TreeMap<>();
        sums.forEach((group, tables) -> tables.forEach((table, sum) -> all.put(new TableInGroup(group, table), sum)));
        return all;
    }
}
