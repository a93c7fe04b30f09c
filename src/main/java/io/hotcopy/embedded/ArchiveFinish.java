package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/** Makes a restored archive of the copied files of one: redo, mark, identity, everything on disk. */
final class ArchiveFinish {

    private final Path archive;
    private final RestoredState state;
    private final ProgressListener progress;

    ArchiveFinish(Path archive, RestoredState state, ProgressListener progress) {
        this.archive = archive;
        this.state = state;
        this.progress = progress;
    }

    void run(StoreMemory memory) {
        ElementFacts full = full(state.source());
        CopiedArchive copied = new CopiedArchive(archive, full);
        try (ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(archive), new TreeSet<>(), memory)) {
            requireReachable(copied.requireFit(store), full);
            redo(store, copied, CommitNumber.min(full.cut(), state.target()));
            if (!state.steps().isEmpty()) {
                carryForward(store, memory);
            }
        }
        ArchiveIdentityYaml.write(archive, identity());
        settle();
    }

    private static ElementFacts full(SetFacts source) {
        return source.elements().stream()
                .filter(element -> element.type() == HotCopyType.FULL)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("set " + source.id() + " has no full element"));
    }

    private void requireReachable(CommitNumber applied, ElementFacts full) {
        if (applied.isAfter(state.target())) {
            throw new HotCopyException(
                    "the copied files hold commits through " + applied + ", which is beyond the target "
                            + state.target(),
                    "Restore to commit " + applied + " or later, or from an earlier backup set.");
        }
        if (state.target().isAfter(full.cut()) && state.steps().isEmpty()) {
            throw new HotCopyException(
                    "the target " + state.target() + " is beyond the cut " + full.cut() + " of the copied files",
                    "Restore to commit " + full.cut() + " or earlier, or from a later backup set.");
        }
    }

    private void redo(ArchiveStore store, CopiedArchive copied, CommitNumber through) {
        String task = "redo " + archive.getFileName();
        long began = System.nanoTime();
        progress.on(new ProgressEvent.TaskStarted(task, 0));
        ContentAtCut content = copied.contentAtCut(store);
        JournalRedo redo = new JournalRedo(store, copied.voids(), through);
        copied.readJournal(entry -> {
            content.take(entry);
            redo.take(entry);
        });
        content.require();
        redo.finish();
        store.flush();
        progress.on(new ProgressEvent.TaskFinished(task, redo.bytes(), System.nanoTime() - began));
    }

    private void carryForward(ArchiveStore store, StoreMemory memory) {
        StepProgress told = new StepProgress("fold " + archive.getFileName(), state.steps(), progress);
        Path work = archive.resolve("folding");
        FoldLimits limits = FoldLimits.fitting(state.steps());
        new StepsRedo(work, store, memory, state.steps(), state.target(), limits, told).run();
        told.finished();
    }

    private ArchiveIdentity identity() {
        SetFacts source = state.source();
        return new ArchiveIdentity(
                source.database(),
                source.databaseUuid(),
                source.archive(),
                state.newArchiveUuid(),
                state.lineage(),
                Optional.of(new Restored(state.target(), state.run())));
    }

    /** The journal has been redone; the archive begins a new one when it serves again. */
    private void settle() {
        try {
            SyncedFiles.deleteTree(ArchiveLayout.journal(archive));
            OwnedFiles.secure(archive);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("finish", archive, trouble);
        }
    }
}
