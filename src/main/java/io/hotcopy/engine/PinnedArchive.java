package io.hotcopy.engine;

import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.term.CommitNumber;
import java.util.List;

/** The files of an archive, pinned, and the journal that completes them (protocol §4, order of a pin). */
final class PinnedArchive {
    private final Part part;
    private Pin pin;
    private JournalSlice journal;

    PinnedArchive(Part part) {
        this.part = part;
    }

    void pin() {
        pin = part.copy().pin();
    }

    /** What so many threads have to do to copy the pinned files. */
    List<Workers.Task> copyFiles(CopyTarget target, int threads) {
        return part.copyTasks(pin.files(), target, threads);
    }

    /** What has to be done to copy the journal from the pin point through the cut. */
    List<Workers.Task> copyJournal(CopyTarget target, Cut cut) {
        journal = pin.journal(cut);
        Slices.requireReach(part.archive(), "journal", journal.range(), pin.pinPoint(), cut);
        return part.copyTasks(journal.files(), target, 1);
    }

    CommitNumber pinPoint() {
        return pin.pinPoint();
    }

    /** The journal that was copied. */
    JournalSlice journal() {
        return journal;
    }
}
