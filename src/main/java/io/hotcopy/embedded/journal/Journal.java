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
    private final Place place;
    /** Absent until it has begun to write. */
    private volatile Writing writing;

    /** Where and how it writes. */
    private record Place(
            Path directory,
            JournalIdentity identity,
            JournalSettings settings,
            Leases leases,
            JournalListener listener,
            RandomGenerator nonces,
            Clock clock) {}

    /** What works once it writes. */
    private record Writing(SegmentList segments, QuotaGuard quota, ExecutorService housekeeping, Thread thread) {}

    private Journal(AppendQueue queue, Place place) {
        this.queue = queue;
        this.place = place;
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
        Place place = new Place(directory, identity, settings, leases, listener, nonces, clock);
        Journal journal = new Journal(new AppendQueue(found.highestStable()), place);
        journal.begin(found);
        return journal;
    }

    /**
     * A journal that takes frames from now on and writes none before {@link #begin}: for a storage manager that joins
     * while others commit, so that nobody waits for its disk.
     *
     * @param stable the stable number known
     */
    public static Journal waiting(
            Path directory,
            JournalIdentity identity,
            JournalSettings settings,
            CommitNumber stable,
            Leases leases,
            JournalListener listener,
            RandomGenerator nonces,
            Clock clock) {
        return new Journal(
                new AppendQueue(stable), new Place(directory, identity, settings, leases, listener, nonces, clock));
    }

    /**
     * Begins to write what was appended; once.
     *
     * @param found what lies before the first frame
     * @throws HotCopyException when the disk does not let it begin; it then has failed for good
     */
    public void begin(JournalScan found) {
        JournalFiles files = new JournalFiles(place.directory);
        SegmentList segments = new SegmentList(files, found);
        QuotaGuard quota = new QuotaGuard(segments, place.leases, place.settings.quotaBytes(), place.listener);
        String name = "journal-" + place.identity.archive();
        ExecutorService housekeeping = Executors.newSingleThreadExecutor(daemon(name + "-housekeeping"));
        RandomGenerator ownNonces = new SplittableRandom(place.nonces.nextLong());
        SegmentSupply supply = new SegmentSupply(
                files,
                place.identity,
                place.settings,
                ownNonces,
                segments,
                quota,
                housekeeping,
                found.lastSegment() + 1);
        try {
            files.prepareDirectory();
            segments.settle();
            SegmentWriter first = supply.next(0, found.nextLsn(), found.highestCommit());
            Thread thread = daemon(name)
                    .newThread(new JournalWriter(
                            place.directory, queue, supply, segments, first, place.listener, place.clock));
            writing = new Writing(segments, quota, housekeeping, thread);
            thread.start();
        } catch (IOException failure) {
            housekeeping.shutdown();
            HotCopyException cause = new HotCopyException(
                    "cannot open the journal in \"" + place.directory + "\": " + failure.getMessage(),
                    failure,
                    "Look at the disk: it may be full or failing.");
            queue.end(cause);
            throw cause;
        }
    }

    private Writing writing() {
        Writing begun = writing;
        if (begun == null) {
            throw new IllegalStateException("the journal has not begun");
        }
        return begun;
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
        return writing().segments.reachesBackTo();
    }

    /**
     * The files that hold every commit after {@code after}, through what is synced now. To keep them, take a lease at
     * {@code after} first.
     *
     * @throws HotCopyException when the journal no longer reaches back so far
     */
    public Slice slice(CommitNumber after) {
        return writing().segments.slice(after);
    }

    /**
     * What is written of the segments that a hot copy would take now: those after the newest mark that was
     * {@linkplain #recycle told}, without what is only preallocated. None before the journal has begun.
     */
    public long bytesToCopy() {
        Writing begun = writing;
        return begun == null ? 0 : begun.segments.bytesAfter(begun.quota.applied());
    }

    /**
     * Deletes closed segments that neither the archive nor a lease needs.
     *
     * @param persistedApplied every commit up to it is applied, and persisted, in the archive
     * @throws HotCopyException when a file cannot be deleted
     */
    public void recycle(CommitNumber persistedApplied) {
        writing().quota.recycle(persistedApplied);
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
        Writing begun = writing;
        if (begun == null) {
            return;
        }
        if (Thread.currentThread() == begun.thread) {
            throw new IllegalStateException("a journal cannot be stopped from its own thread");
        }
        boolean interrupted = false;
        while (begun.thread.isAlive() || !begun.housekeeping.isTerminated()) {
            try {
                begun.thread.join();
                begun.housekeeping.shutdown();
                begun.housekeeping.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
