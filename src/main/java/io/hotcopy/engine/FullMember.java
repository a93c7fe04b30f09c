package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import java.util.List;
import java.util.Optional;

/** One archive's part in a full: a new set with the complete archive. */
final class FullMember extends SetMember {
    private final PinnedArchive archive;
    private boolean initialised;

    FullMember(Part part) {
        super(part);
        this.archive = new PinnedArchive(part);
    }

    /** Makes the set, begins the run's element in it, and tells the database that it is the newest one. */
    void initialise() {
        Destination.of(part()).makeParents();
        BackupSetWriter writer = BackupSetWriter.initialise(identity());
        initialised = true;
        beginElement(writer);
        copy().initialised();
    }

    private SetFacts identity() {
        ArchiveCopy copy = copy();
        return new SetFacts(
                directory(),
                copy.kind(),
                part().requireSet(),
                copy.lineage(),
                part().job().step().database(),
                copy.databaseUuid(),
                copy.archive(),
                copy.archiveUuid(),
                copy.storageGroups(),
                part().job().run(),
                part().job().means().clock().instant(),
                List.of());
    }

    void pin() {
        archive.pin();
    }

    List<Workers.Task> copyFiles(int threads) {
        return archive.copyFiles(element()::create, threads);
    }

    List<Workers.Task> copyJournal(Cut cut) {
        return archive.copyJournal(element()::create, cut);
    }

    @Override
    Optional<ElementId> previous() {
        return Optional.empty();
    }

    @Override
    CommitTimes times(Cut cut) {
        JournalSlice journal = archive.journal();
        return new CommitTimes(journal.earliest(), journal.latest(), cut.stableMark());
    }

    @Override
    CommitNumber pinPoint() {
        return archive.pinPoint();
    }

    @Override
    boolean isBegun() {
        return initialised;
    }

    /** Its leases are those of the newest set from its initialisation on, so it is more than rubbish. */
    @Override
    Optional<String> leftOfSet(String set) {
        return initialised
                ? Optional.of(set + "holds no full: it stays for journal hot copies only, which carry older backup sets"
                        + " forward; take the next full into another directory.")
                : Optional.empty();
    }
}
