package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.time.Duration;
import java.util.List;

/**
 * Hot copies of a database whose archives the engine copies itself: it begins a copy on each archive, pins, reads the
 * files, then asks once for a cut over all of them, and reads the journals through that cut. Safe for several threads.
 */
public interface PinnedCopies {

    /**
     * Registers a copy on one archive, checked by {@link ConcurrencyRules} under the database's own lock, so that two
     * clients cannot race.
     *
     * @throws io.hotcopy.problem.HotCopyException when the storage manager is not RUNNING, when the rules forbid it, or
     *     when the set does not fit the archive (other lineage or archive identity)
     */
    ArchiveCopy begin(ArchiveId archive, CopyRequest request);

    /**
     * Takes the cut of one run: the last commit number issued at this moment. Waits, without pausing writers, until it
     * is stable.
     *
     * @param copies all copies of the run, each pinned, and all of its files already copied
     * @param patience how long to wait for stability
     * @throws io.hotcopy.problem.HotCopyException when a member left the view since its pin, or patience ran out
     */
    Cut cut(List<ArchiveCopy> copies, Duration patience);

    /** The database's stable number now; cheap. */
    CommitNumber stable();

    /** How long commits have taken lately; cheap, for it is asked several times a second. */
    CommitLatency commitLatency();
}
