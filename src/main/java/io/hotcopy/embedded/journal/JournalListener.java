package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.util.List;
import java.util.Optional;

/**
 * What a journal tells. Called on the journal's own threads, one call at a time for {@link #durable} and
 * {@link #failed}; {@link #quota} comes from its housekeeping thread. A call must be short: the next group commit waits
 * for it.
 */
public interface JournalListener {

    /** The frames of these commits are now synced in this journal; rising, within the list and from call to call. */
    void durable(List<CommitNumber> commits);

    /** The journal cannot write: it takes nothing more, and nothing more becomes durable. Called once at most. */
    void failed(HotCopyException cause);

    /**
     * The segments take 80 % of the quota or more.
     *
     * @param usedBytes what the segments take now
     * @param quotaBytes the quota
     * @param dropped the lease that was dropped because the quota was reached: who held it finds a hole; empty for a
     *     warning
     */
    void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped);
}
