package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.start.Evidence;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an archive's own journal still is good for when its storage manager comes back: what is known to have happened
 * is redone, then the journal is put away, for incrementals only; a damaged one is given up. Used by one thread.
 */
final class OwnPast {

    private final KnownArchive known;
    private final Path journal;
    private final ArchiveStore store;
    private final VoidFilter voids;

    OwnPast(KnownArchive known, Path directory, ArchiveStore store, VoidFilter voids) {
        this.known = known;
        this.journal = ArchiveLayout.journal(directory);
        this.store = store;
        this.voids = voids;
    }

    /** The journal as it was; empty when it cannot be read or is another archive's. */
    Optional<JournalScan> scan() {
        try {
            JournalScan scan = JournalReader.scan(journal, entry -> {});
            return Optional.of(scan).filter(found -> found.identity()
                    .filter(owner -> !owner.archiveUuid().equals(known.uuid()))
                    .isEmpty());
        } catch (HotCopyException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it takes over where the records end. */
    boolean isUsable(JournalScan scan) {
        return scan.end() != JournalScan.End.DAMAGED
                && !scan.segments().isEmpty()
                && !scan.before().isAfter(store.appliedMark());
    }

    /**
     * Redoes the commits that count: those that it knows to have been stable. One that was in doubt may be here alone
     * and never have happened, though a start of the others without this archive has kept later ones, so that no view
     * voids it; the others know.
     *
     * @param limit none after it is taken: the others do not hold more either
     * @return the last of them in the journal; zero when there is none
     */
    CommitNumber redo(JournalScan scan, CommitNumber limit) {
        Evidence evidence = new Evidence(known.id(), scan, store.persistedMark());
        CommitNumber sure = CommitNumber.min(limit, evidence.stable());
        CommitNumber[] last = {CommitNumber.ZERO};
        JournalReader.scan(journal, entry -> {
            if (entry.frame() instanceof CommitFrame commit
                    && !commit.number().isAfter(sure)
                    && !voids.isVoid(commit)) {
                last[0] = commit.number();
            }
        });
        JournalRedo redo = new JournalRedo(store, voids, CommitNumber.max(last[0], store.appliedMark()));
        evidence.read(store.appliedMark(), redo::take);
        redo.finish();
        return last[0];
    }

    /** Makes room for a new journal. */
    void putAway(JournalScan scan, CommitNumber last, SyncSegments segments) {
        segments.putAway(
                journal, scan.identity().orElseThrow().lineage().id(), scan.before(), store.appliedMark(), last);
    }

    void giveUp() {
        try {
            SyncedFiles.deleteTree(journal);
            SyncedFiles.syncDirectory(journal.getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", journal, trouble);
        }
    }
}
