package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * The commits that one archive's storage groups have seen since some commit, from wherever they are still kept: its own
 * journal and the journals it had before a SYNC, the sync segments it received, and, where these do not reach back, the
 * same of other running storage managers that serve the groups.
 *
 * <p>For whoever folds an incremental, and for SYNC itself; journal hot copies never use it (protocol §5). Safe for
 * several threads.
 */
public interface FrameSource {

    /**
     * Whether every commit after a number that touches one of the groups is still kept somewhere; {@link #read} may
     * still fail when it is recycled meanwhile.
     */
    boolean reachesBackTo(CommitNumber after, SortedSet<StorageGroupName> groups);

    /**
     * Reads every commit of the range that counts and touches one of the groups: each once, in the order of numbers,
     * void ones left out. Its operations are those of the groups asked for only; all else of the frame is as the commit
     * was made, so that differences of fingerprints and touched groups name others too. What is read is leased
     * meanwhile; memory is bounded by a segment of each journal that is read.
     *
     * @param after exclusive
     * @param through inclusive; a commit that is stable
     * @param groups served by the archive, at least one
     * @param each called on this thread
     * @throws io.hotcopy.problem.HotCopyException before the first frame, when nobody keeps what is asked for any more;
     *     it says who reaches back how far. Later, when a journal is damaged or a storage manager leaves: then begin
     *     again from {@code after}
     */
    void read(CommitNumber after, CommitNumber through, SortedSet<StorageGroupName> groups, Consumer<CommitFrame> each);
}
