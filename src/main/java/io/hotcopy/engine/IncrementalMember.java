package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.Cut;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Set;

/** One archive's part in an incremental: the records changed since the set's newest full or incremental. */
final class IncrementalMember extends FurtherMember {

    IncrementalMember(Part part) {
        super(part);
    }

    @Override
    void requireUsable(BackupSet set) {
        if (set.state() != BackupSet.State.USABLE) {
            throw new HotCopyException(
                    "Full hot copy must be completed before incremental hot copy: backup set \"" + directory()
                            + "\" holds none",
                    "Name a backup set that holds a full, or take a full hot copy first.");
        }
    }

    @Override
    boolean continuesCollection() {
        return true;
    }

    @Override
    Set<HotCopyType> chain() {
        return Set.of(HotCopyType.FULL, HotCopyType.INCREMENTAL);
    }

    @Override
    List<Workers.Task> copy(Cut cut, int threads) {
        Changes changes = copy().changes(from(), cut);
        Slices.requireReach(archive(), "changes", changes.range(), from().after(), cut);
        times(changes.earliest(), changes.latest(), cut);
        return new ProducedFiles(element()::create, part().throttle(), part().meter()).tasks(changes.files(), threads);
    }
}
