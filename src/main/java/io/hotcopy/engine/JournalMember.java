package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Set;

/** One archive's part in a journal hot copy: the journal since the archive's previous journal element. */
final class JournalMember extends FurtherMember {

    JournalMember(Part part) {
        super(part);
    }

    /** An initialised set will do, its full may run or have failed (M23); the database knows which is the newest. */
    @Override
    void requireUsable(BackupSet set) {}

    /** Each archive's journal goes into its newest set, also when a full of only some came to its end (M26). */
    @Override
    boolean continuesCollection() {
        return false;
    }

    @Override
    Set<HotCopyType> chain() {
        return Set.of(HotCopyType.JOURNAL);
    }

    @Override
    List<Workers.Task> copy(Cut cut, int threads) {
        JournalSlice journal = copy().journal(from(), cut);
        Slices.requireReach(archive(), "journal", journal.range(), from().after(), cut);
        times(journal.earliest(), journal.latest(), cut);
        return part().copyTasks(journal.files(), element()::create, threads);
    }
}
