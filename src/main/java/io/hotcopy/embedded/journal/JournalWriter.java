package io.hotcopy.embedded.journal;

import io.hotcopy.embedded.journal.AppendQueue.Batch;
import io.hotcopy.embedded.journal.AppendQueue.Queued;
import io.hotcopy.embedded.journal.FrameFormat.Stamp;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the journal's own thread does: takes what has been appended, writes it in one piece, syncs it once, and only
 * then tells the listener. The first failure ends it for good: after a failed sync nobody knows what is on disk.
 */
final class JournalWriter implements Runnable {

    /** A group commit of this length is not made longer: those who wait for it have waited long enough. */
    private static final long MAX_BATCH_BYTES = 4 << 20;

    private final Path directory;
    private final AppendQueue queue;
    private final SegmentSupply supply;
    private final SegmentList segments;
    private final JournalListener listener;
    private final Clock clock;
    private final List<CommitNumber> unsynced = new ArrayList<>();
    private SegmentWriter segment;
    private CommitNumber highest;
    private long lsn;
    private long syncedLsn;

    /** @param segment the newest segment, empty */
    JournalWriter(
            Path directory,
            AppendQueue queue,
            SegmentSupply supply,
            SegmentList segments,
            SegmentWriter segment,
            JournalListener listener,
            Clock clock) {
        this.directory = directory;
        this.queue = queue;
        this.supply = supply;
        this.segments = segments;
        this.segment = segment;
        this.listener = listener;
        this.clock = clock;
        this.highest = segment.header().before();
        this.lsn = segment.header().firstLsn() - 1;
        this.syncedLsn = lsn;
    }

    @Override
    public void run() {
        try {
            writeAll();
            if (!queue.hasEnded()) {
                segment.trim();
                supply.close();
            }
            segment.close();
        } catch (IOException | RuntimeException failure) {
            fail(failure);
        }
    }

    private void writeAll() throws IOException {
        Optional<Batch> batch = queue.take(MAX_BATCH_BYTES);
        while (batch.isPresent()) {
            write(batch.get());
            batch = queue.take(MAX_BATCH_BYTES);
        }
    }

    private void write(Batch batch) throws IOException {
        for (Queued queued : batch.frames().isEmpty() ? mark() : batch.frames()) {
            add(queued.frame(), queued.length(), batch.stable());
        }
        sync();
        queue.durable(batch.frames().size(), batch.bytes());
    }

    private List<Queued> mark() {
        MarkFrame mark = new MarkFrame(clock.instant());
        return List.of(new Queued(mark, (int) FrameEncoder.length(mark)));
    }

    private void add(Frame frame, int length, CommitNumber stable) throws IOException {
        if (!segment.fits(length)) {
            sync();
            segment.close();
            segment = supply.next(length, lsn + 1, highest);
        }
        if (frame instanceof CommitFrame commit) {
            requireRising(commit);
            highest = commit.number();
            unsynced.add(commit.number());
        }
        lsn++;
        segment.add(frame, length, new Stamp(lsn, syncedLsn, stable));
    }

    private void requireRising(CommitFrame commit) {
        if (!commit.number().isAfter(highest)) {
            throw new IllegalStateException("commit " + commit.number() + " was appended after commit " + highest);
        }
    }

    private void sync() throws IOException {
        if (lsn == syncedLsn) {
            return;
        }
        segment.sync();
        syncedLsn = lsn;
        segments.synced(segment.position(), highest);
        if (!unsynced.isEmpty() && !queue.hasEnded()) {
            listener.durable(List.copyOf(unsynced));
        }
        unsynced.clear();
    }

    private void fail(Exception failure) {
        HotCopyException cause = new HotCopyException(
                "cannot write the journal in \"" + directory + "\": " + failure.getMessage(),
                failure,
                "Look at the disk: it may be full or failing.");
        try {
            segment.close();
        } catch (IOException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
        if (queue.end(cause)) {
            listener.failed(cause);
        }
    }
}
