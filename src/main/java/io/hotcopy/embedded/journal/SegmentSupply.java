package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * New segments. The file of the next one is prepared by the housekeeping thread while the present one fills, so that
 * commits do not wait for zeros to be written; only a frame longer than a segment lets its file grow.
 */
final class SegmentSupply {

    private static final int BUFFER_BYTES = 1 << 19;

    private final JournalFiles files;
    private final JournalIdentity identity;
    private final JournalSettings settings;
    private final RandomGenerator nonces;
    private final SegmentList segments;
    private final QuotaGuard quota;
    private final ExecutorService housekeeping;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private Future<?> spare;
    private long nextNumber;

    SegmentSupply(
            JournalFiles files,
            JournalIdentity identity,
            JournalSettings settings,
            RandomGenerator nonces,
            SegmentList segments,
            QuotaGuard quota,
            ExecutorService housekeeping,
            long nextNumber) {
        this.files = files;
        this.identity = identity;
        this.settings = settings;
        this.nonces = nonces;
        this.segments = segments;
        this.quota = quota;
        this.housekeeping = housekeeping;
        this.nextNumber = nextNumber;
    }

    /**
     * Begins the next segment.
     *
     * @param frameBytes length of the frame that must fit
     * @param firstLsn log sequence number of that frame
     * @param before the highest commit so far
     */
    SegmentWriter next(long frameBytes, long firstLsn, CommitNumber before) throws IOException {
        long usual = settings.segmentBytes();
        long bytes = Math.max(usual, SegmentWriter.fileBytes(frameBytes));
        if (!spareIsReady()) {
            files.prepareSpare(usual);
        }
        SegmentHeader header = new SegmentHeader(identity, nextNumber++, nonces.nextLong(), firstLsn, before);
        SegmentWriter writer = new SegmentWriter(files.publishSpare(header), header, bytes, buffer);
        segments.begun(header, bytes);
        spare = housekeeping.submit(() -> {
            quota.check();
            return files.prepareSpare(usual);
        });
        return writer;
    }

    /** Waits for the spare under way. One that could not be made, the disk being full, is to be tried again. */
    private boolean spareIsReady() {
        if (spare == null) {
            return false;
        }
        try {
            spare.get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException) {
                return false;
            }
            throw new IllegalStateException(failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nobody interrupts the journal's own thread", interrupted);
        }
    }

    /** Removes the spare. */
    void close() throws IOException {
        spareIsReady();
        files.removeSpare();
    }
}
