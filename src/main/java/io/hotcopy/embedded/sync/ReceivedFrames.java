package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes the frames that a SYNC receives into sync segments, as a journal of their own. Used by one thread. */
public final class ReceivedFrames implements AutoCloseable {

    private static final long MOST_UNSYNCED_BYTES = 4 << 20;

    private final SyncSegments segments;
    private final JournalIdentity identity;
    private final CommitNumber after;
    private final Path directory;
    private final Journal journal;
    private CommitNumber last = CommitNumber.ZERO;
    private boolean open = true;

    /**
     * Begins.
     *
     * @param after the commit after which everything is received
     * @param segmentBytes length of a segment
     */
    public ReceivedFrames(
            SyncSegments segments,
            JournalIdentity identity,
            CommitNumber after,
            long segmentBytes,
            RandomGenerator nonces,
            Clock clock) {
        this.segments = segments;
        this.identity = identity;
        this.after = after;
        this.directory = segments.begin();
        this.journal = Journal.open(
                directory,
                identity,
                new JournalSettings(segmentBytes, Long.MAX_VALUE),
                JournalScan.behind(after, JournalReader.scan(directory, entry -> {})),
                Leases.open(directory.resolve("leases.yaml")),
                new Silent(),
                nonces,
                clock);
    }

    /** A journal that fails makes the next wait for it throw; nothing else is of interest. */
    private static final class Silent implements JournalListener {
        @Override
        public void durable(List<CommitNumber> commits) {}

        @Override
        public void failed(HotCopyException cause) {}

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {}
    }

    /** Adds one; numbers rise. Waits for the disk when much is queued. */
    public void add(CommitFrame commit) {
        journal.append(commit);
        last = commit.number();
        if (journal.queuedBytes() > MOST_UNSYNCED_BYTES) {
            journal.sync();
        }
    }

    /** Everything through a commit has been received: from here on it is of use to others. */
    public void finish(CommitNumber through) {
        journal.sync();
        journal.close();
        open = false;
        segments.finish(directory, identity.lineage().id(), after, through, last);
    }

    /** Gives up what was not finished; it is deleted when the next SYNC begins. */
    @Override
    public void close() {
        if (open) {
            open = false;
            journal.crash();
        }
    }
}
