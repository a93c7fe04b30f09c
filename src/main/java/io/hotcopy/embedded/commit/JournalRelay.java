package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.util.List;
import java.util.Optional;

/**
 * Carries what one archive's journal tells to the pipeline, which is made after the journals have been opened. Nothing
 * commits before; a failure until then is told once the pipeline is there.
 */
public final class JournalRelay implements JournalListener {

    private final ArchiveId archive;
    private final Quota quota;
    private CommitPipeline pipeline;
    private HotCopyException failure;
    private boolean over;

    /** Hears that a journal's segments come near their quota or have reached it. */
    public interface Quota {
        /** As {@link JournalListener#quota}, with the archive. */
        void quota(ArchiveId archive, long usedBytes, long quotaBytes, Optional<Lease> dropped);
    }

    /** @param quota called on the journal's threads */
    public JournalRelay(ArchiveId archive, Quota quota) {
        this.archive = archive;
        this.quota = quota;
    }

    /** From now on the pipeline hears everything. */
    public synchronized void connect(CommitPipeline to) {
        pipeline = to;
        if (failure != null) {
            pipeline.failed(archive, failure);
        }
    }

    /** The journal's storage manager has left: what its journal still tells is of no interest. */
    public synchronized void disconnect() {
        over = true;
    }

    @Override
    public synchronized void durable(List<CommitNumber> commits) {
        if (pipeline != null && !over && !commits.isEmpty()) {
            pipeline.durable(archive, commits.get(commits.size() - 1));
        }
    }

    @Override
    public synchronized void failed(HotCopyException cause) {
        failure = cause;
        if (pipeline != null && !over) {
            pipeline.failed(archive, cause);
        }
    }

    @Override
    public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {
        quota.quota(archive, usedBytes, quotaBytes, dropped);
    }
}
