package io.hotcopy.embedded.journal;

import io.hotcopy.embedded.journal.AppendQueue.Queued;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The running journal of one archive: takes frames, groups them, writes and syncs them, and tells its listener which
 * commits are durable. Any thread may call; whoever appends sees to it that commit numbers rise.
 *
 * <p>Every start begins a new segment, so that a block which was ever acknowledged, or is torn, is never written again.
 */
public final class Journal implements AutoCloseable {

    /** Longest frame. Whoever lets people make commits must refuse longer ones before; see {@link #bytesOf}. */
    public static final int MAX_FRAME_BYTES = FrameFormat.MAX_BYTES;

    private final AppendQueue queue;
    private final SegmentList segments;
    private final QuotaGuard quota;
    private final ExecutorService housekeeping;
    private final Thread thread;

    private Journal(
            AppendQueue queue, SegmentList segments, QuotaGuard quota, ExecutorService housekeeping, Thread thread) {
        this.queue = queue;
        this.segments = segments;
        this.quota = quota;
        this.housekeeping = housekeeping;
        this.thread = thread;
    }

    /**
     * Opens the journal behind what {@link JournalReader#scan} found there, and syncs all that was found.
     *
     * @param directory where the segments lie; made if missing, its parent must exist
     * @param found the scan of that same directory, not damaged
     * @param leases what must not be recycled
     * @param nonces asked once
     * @throws HotCopyException when the journal is damaged or another archive's, or the disk does not let it begin
     */
    public static Journal open(
            Path directory,
            JournalIdentity identity,
            JournalSettings settings,
            JournalScan found,
            Leases leases,
            JournalListener listener,
            RandomGenerator nonces,
            Clock clock) {
        requireOurs(directory, identity, found);
        JournalFiles files = new JournalFiles(directory);
        SegmentList segments = new SegmentList(files, found);
        QuotaGuard quota = new QuotaGuard(segments, leases, settings.quotaBytes(), listener);
        AppendQueue queue = new AppendQueue(found.highestStable());
        String name = "journal-" + identity.archive();
        ExecutorService housekeeping = Executors.newSingleThreadExecutor(daemon(name + "-housekeeping"));
        RandomGenerator ownNonces = new SplittableRandom(nonces.nextLong());
        SegmentSupply supply = new SegmentSupply(
                files, identity, settings, ownNonces, segments, quota, housekeeping, found.lastSegment() + 1);
        try {
            files.prepareDirectory();
            segments.settle();
            SegmentWriter first = supply.next(0, found.nextLsn(), found.highestCommit());
            Thread thread = daemon(name)
                    .newThread(new JournalWriter(directory, queue, supply, segments, first, listener, clock));
            thread.start();
            return new Journal(queue, segments, quota, housekeeping, thread);
        } catch (IOException failure) {
            housekeeping.shutdown();
            throw new HotCopyException(
                    "cannot open the journal in \"" + directory + "\": " + failure.getMessage(),
                    failure,
                    "Look at the disk: it may be full or failing.");
        }
    }

    private static void requireOurs(Path directory, JournalIdentity identity, JournalScan found) {
        if (found.end() == JournalScan.End.DAMAGED) {
            throw new HotCopyException("the journal in \"" + directory + "\" is damaged: " + found.reason()
                    + " at offset " + found.offset() + " of \"" + found.file().orElse(directory) + "\"");
        }
        found.identity().filter(owner -> !owner.sameArchive(identity)).ifPresent(owner -> {
            throw new HotCopyException("the journal in \"" + directory + "\" is not ours: expected archive "
                    + identity.archiveUuid() + " of database " + identity.databaseUuid() + ", found archive "
                    + owner.archiveUuid() + " of database " + owner.databaseUuid());
        });
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** How long the frame is in a journal, in bytes. */
    public static long bytesOf(Frame frame) {
        return FrameEncoder.length(frame);
    }

    /**
     * Queues a commit and returns at once. After a failure or a crash it is dropped, and never reported durable.
     *
     * @throws IllegalArgumentException when it is longer than {@link #MAX_FRAME_BYTES}
     */
    public void append(CommitFrame commit) {
        put(commit);
    }

    /** Queues a view as {@link #append(CommitFrame)} does a commit; {@link #sync()} waits for it. */
    public void append(ViewFrame view) {
        put(view);
    }

    private void put(Frame frame) {
        long length = FrameEncoder.length(frame);
        if (length > MAX_FRAME_BYTES) {
            throw new IllegalArgumentException("frame of " + length + " bytes, at most " + MAX_FRAME_BYTES + " fit");
        }
        queue.append(new Queued(frame, (int) length));
    }

    /**
     * Waits until everything appended so far is durable and the listener knows.
     *
     * @throws HotCopyException when the journal failed or crashed before
     */
    public void sync() {
        queue.await();
    }

    /** Length of the frames that are not durable yet, in bytes. */
    public long queuedBytes() {
        return queue.queuedBytes();
    }

    /** Tells the stable number that frames are to carry from now on; a lower one than before changes nothing. */
    public void stable(CommitNumber number) {
        queue.stable(number);
    }

    /** The commit after which the journal holds everything. */
    public CommitNumber reachesBackTo() {
        return segments.reachesBackTo();
    }

    /**
     * The files that hold every commit after {@code after}, through what is synced now. To keep them, take a lease at
     * {@code after} first.
     *
     * @throws HotCopyException when the journal no longer reaches back so far
     */
    public Slice slice(CommitNumber after) {
        return segments.slice(after);
    }

    /**
     * Deletes closed segments that neither the archive nor a lease needs.
     *
     * @param persistedApplied every commit up to it is applied, and persisted, in the archive
     * @throws HotCopyException when a file cannot be deleted
     */
    public void recycle(CommitNumber persistedApplied) {
        quota.recycle(persistedApplied);
    }

    /** Syncs what was appended, marks the stable number and stops. A failure is told to the listener, as always. */
    @Override
    public void close() {
        queue.close();
        stop();
    }

    /** Stops as a crash does: nothing is synced, tidied or told any more; for tests. */
    public void crash() {
        queue.end(new HotCopyException("the journal was stopped as if it had crashed"));
        stop();
    }

    private void stop() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a journal cannot be stopped from its own thread");
        }
        boolean interrupted = false;
        while (thread.isAlive() || !housekeeping.isTerminated()) {
            try {
                thread.join();
                housekeeping.shutdown();
                housekeeping.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
