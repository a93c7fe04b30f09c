package io.hotcopy.embedded.commit;

import io.hotcopy.driver.CommitLatency;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From a transaction's writes to an acknowledged commit: locks and old values, number and frames, durable on all
 * participants, applied in order, visible, answered (protocol §2). And what transactions read meanwhile. Safe for
 * several threads.
 */
public final class CommitPipeline {

    private static final long OVERLAY_BYTES = 64 << 20;
    private static final long IN_FLIGHT_BYTES = 64 << 20;
    private static final long ROUND_BYTES = 4 << 20;
    /** A commit that is counted for no more than this fits into a frame. */
    private static final long COMMIT_BYTES = Journal.MAX_FRAME_BYTES - (1 << 20);

    private final String name;
    private final PipelineListener listener;
    private final KeyLocks locks = new KeyLocks();
    private final InFlightBytes inFlight = new InFlightBytes(IN_FLIGHT_BYTES);
    private final UndoOverlay overlay = new UndoOverlay(OVERLAY_BYTES);
    private final CommitStatistics statistics = new CommitStatistics();
    private final Snapshots snapshots;
    private final Stability stability;
    private final CommitSequence sequence;
    private final Health health;
    private final SnapshotReads reads;
    private final ViewKeeper keeper;
    private final Upkeep upkeep;
    private final Applier applier;
    private final RoundTasks between;
    private final PendingCommits pending;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Where the commits begin.
     *
     * @param database its name, for threads and messages
     * @param membership the members of the view that all of them have synced
     * @param groups the storage groups that must always have a member
     * @param applied the commit that all stores hold; the next one has a greater number
     * @param fingerprints the content at that commit
     */
    public record Start(
            String database,
            Membership membership,
            SortedSet<StorageGroupName> groups,
            CommitNumber applied,
            SortedMap<TableInGroup, Fingerprint> fingerprints) {}

    /**
     * What it needs around it.
     *
     * @param numbers gives commit numbers
     * @param views where a new view is noted first
     * @param ids random ids for views
     * @param clock the wall clock
     * @param listener hears of failures
     */
    public record Surroundings(
            NumberSource numbers, ViewLog views, Supplier<UUID> ids, Clock clock, PipelineListener listener) {}

    public CommitPipeline(Start start, Surroundings around) {
        name = start.database();
        listener = around.listener();
        snapshots = new Snapshots(start.applied().value());
        stability = new Stability(start.membership().view(), start.applied());
        sequence = new CommitSequence(
                start.membership(), start.applied(), start.fingerprints(), around.numbers(), stability, around.clock());
        SyncingMembers syncing = new SyncingMembers();
        keeper = new ViewKeeper(
                start.groups(), sequence, stability, around.views(), around.ids(), around.clock(), listener, syncing);
        health = new Health(syncing, keeper::evict);
        between = new RoundTasks(stability::wake);
        reads = new SnapshotReads(sequence, health, overlay);
        upkeep = new Upkeep(health);
        applier = new Applier(
                sequence, stability, health, overlay, snapshots, upkeep, start.fingerprints(), this::visible);
        pending = new PendingCommits(reads, overlay);
    }

    /** Begins to work. */
    public void run() {
        thread("applier", this::applyRounds);
        thread("view", keeper::run);
        thread("upkeep", upkeep::run);
    }

    /** What a thread does until it is told to end. */
    private interface Work {
        void run() throws InterruptedException;
    }

    private void thread(String role, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException | RuntimeException broken) {
                        listener.mustStop(new HotCopyException(
                                "the " + role + " thread of database \"" + name + "\" ended: " + broken, broken));
                    }
                },
                name + "-" + role);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void applyRounds() throws InterruptedException {
        try {
            while (!stability.isOver()) {
                List<PendingCommit> round = stability.take(ROUND_BYTES);
                between.run();
                if (!round.isEmpty()) {
                    apply(round);
                }
            }
        } finally {
            between.end();
        }
    }

    private void apply(List<PendingCommit> round) {
        try {
            applier.apply(round);
        } catch (RuntimeException broken) {
            HotCopyException cause = new HotCopyException("a commit could not be applied: " + broken, broken);
            round.forEach(commit -> leaveInDoubt(commit, cause));
            throw broken;
        }
    }

    /** A commit can be read now: its records are free and its client is answered. */
    private void visible(PendingCommit commit) {
        locks.unlock(commit.rows());
        if (commit.answer()) {
            inFlight.leave(commit.bytes());
        }
    }

    private void leaveInDoubt(PendingCommit commit, HotCopyException cause) {
        if (commit.inDoubt(cause)) {
            inFlight.leave(commit.bytes());
        }
    }

    /** Takes a snapshot at the newest applied commit; {@link #releaseSnapshot} must follow. */
    public long takeSnapshot() {
        return snapshots.take();
    }

    public void releaseSnapshot(long snapshot) {
        snapshots.release(snapshot);
    }

    /** The record's value at a snapshot that is held. */
    public Optional<byte[]> get(StorageGroupName group, RowKey row, long snapshot) {
        return reads.get(group, row, snapshot);
    }

    /** The records of a range of one table's keys at a snapshot that is held, over all the groups it lies in. */
    public Rows scan(SortedSet<StorageGroupName> groups, RowKey from, RowKey toExclusive, long snapshot) {
        return reads.scan(groups, from, toExclusive, snapshot);
    }

    /**
     * Commits and waits until the commit is stable and visible.
     *
     * @param snapshot what the transaction read at; still held
     * @param operations its writes, each key once
     * @param drop the table that goes with it
     * @return its number; the snapshot's when it changed nothing
     * @throws WriteConflictException when another transaction committed first; nothing was written
     * @throws HotCopyException when the database has stopped; the message says whether the commit is in doubt
     */
    public CommitNumber commit(long snapshot, List<Operation> operations, Optional<TableDrop> drop) {
        long began = System.nanoTime();
        long bytes = PendingCommits.bytes(operations);
        if (bytes > COMMIT_BYTES) {
            throw new HotCopyException(
                    "the transaction writes " + bytes + " bytes, more than the " + COMMIT_BYTES + " of one commit",
                    "Write less in one transaction.");
        }
        inFlight.enter(bytes);
        Optional<PendingCommit> issued = Optional.empty();
        try {
            issued = issue(snapshot, operations, drop, bytes);
        } catch (WriteConflictException lost) {
            statistics.conflicted();
            throw lost;
        } finally {
            if (issued.isEmpty()) {
                inFlight.leave(bytes);
            }
        }
        if (issued.isEmpty()) {
            return new CommitNumber(snapshot);
        }
        CommitNumber number = issued.get().await();
        statistics.committed(issued.get().touched().size() > 1, began, System.nanoTime());
        return number;
    }

    /** Locks, reads old values, and gives the commit its number; empty when it changes nothing. */
    private Optional<PendingCommit> issue(
            long snapshot, List<Operation> operations, Optional<TableDrop> drop, long bytes) {
        List<RowKey> rows = PendingCommits.rows(operations);
        if (locks.lock(rows).isPresent()) {
            throw new WriteConflictException("a record it writes is being committed");
        }
        boolean issued = false;
        try {
            Optional<PendingCommit> commit = pending.prepare(snapshot, operations, rows, drop, bytes);
            commit.ifPresent(sequence::issue);
            issued = commit.isPresent();
            return commit;
        } finally {
            if (!issued) {
                locks.unlock(rows);
            }
        }
    }

    /** An archive has synced the frames of these commits. */
    void durable(ArchiveId archive, CommitNumber through) {
        stability.durable(archive, through);
    }

    /** An archive's journal takes nothing more. */
    void failed(ArchiveId archive, HotCopyException cause) {
        health.failed(archive, cause);
    }

    /** Takes a storage manager that has failed out of the view; returns at once. */
    public void evict(ArchiveId archive, HotCopyException cause) {
        health.failed(archive, cause);
    }

    /**
     * Takes a storage manager out of the view that is to stop in good order. When this returns, nobody applies to its
     * store, tends it, or queues frames to its journal any more; readers under way turn to others when it is closed.
     *
     * @throws HotCopyException when no other one that has caught up serves one of its groups; then nothing changes
     */
    public void stop(Member member) {
        keeper.stop(member.archive());
        release(member);
    }

    /**
     * Members serve storage groups that were not there before, and are empty; each must always have a member from here
     * on.
     *
     * @param members the present ones as they are to be
     */
    public void serveMore(List<Member> members) {
        keeper.serveMore(members);
    }

    /** Waits until a storage manager that has failed is out of the view, and nobody uses its parts any more. */
    public void release(Member member) {
        keeper.settle();
        betweenRounds(applied -> null);
        upkeep.forget(member);
    }

    /**
     * Lets a storage manager into the view: later commits have it as participant. It is not read or applied to before
     * it has {@linkplain #catchUp caught up}.
     *
     * @param member its journal waits to begin
     * @param begin begins it behind the commit that it is given; when it throws, the member is taken out again
     * @return the last commit before those that it takes part in
     */
    public CommitNumber join(Member member, Consumer<CommitNumber> begin) {
        health.joins(member.archive());
        return keeper.join(member, begin);
    }

    /**
     * Where all members stand that have caught up.
     *
     * @param applied the commit that their stores hold
     * @param content their content at it, as far as asked for
     */
    public record Standing(CommitNumber applied, SortedMap<TableInGroup, Fingerprint> content) {}

    /**
     * Does something while nothing is applied anywhere; commits wait for it.
     *
     * @throws IllegalStateException when the database has stopped
     */
    public <T> T betweenRounds(Function<Standing, T> action) {
        return between.call(() -> action.apply(new Standing(
                new CommitNumber(snapshots.applied()),
                applier.content(sequence.membership().groups()))));
    }

    /**
     * Brings a member that joined to where the others stand; from here on it is read and applied to as they are.
     *
     * @param catchUp does what is left, while nothing is applied
     */
    public void catchUp(Member member, Consumer<Standing> catchUp) {
        betweenRounds(standing -> {
            catchUp.accept(standing);
            health.caughtUp(member.archive());
            return null;
        });
    }

    /** The commit that all members hold which have caught up. */
    public CommitNumber applied() {
        return new CommitNumber(snapshots.applied());
    }

    /** The present members. */
    public Membership membership() {
        return sequence.membership();
    }

    /** Whether an archive's storage manager is in the view and has not failed. */
    public boolean serves(ArchiveId archive) {
        return sequence.membership().has(archive) && health.isWell(archive);
    }

    /** Why an archive's storage manager has failed; empty when it has not. */
    public Optional<HotCopyException> failureOf(ArchiveId archive) {
        return health.failureOf(archive);
    }

    /** The last commit that was given a number, and the content at it. */
    public Issued issued() {
        return sequence.issued();
    }

    public CommitNumber stable() {
        return stability.stable();
    }

    /** Waits until a commit is stable; false when patience ran out or the database ended first. */
    public boolean awaitStable(CommitNumber number, Duration patience) throws InterruptedException {
        return stability.await(number, patience);
    }

    /** How long commits have taken within the last second. */
    public CommitLatency latency() {
        return statistics.latency(System.nanoTime());
    }

    public CommitCounts counts() {
        return statistics.counts();
    }

    /** Takes no new commits and waits until those under way are answered. */
    public void drain(HotCopyException refusal) throws InterruptedException {
        sequence.refuse(refusal);
        inFlight.stop(refusal);
        inFlight.awaitEmpty();
    }

    /** Gives no numbers any more, and changes the view no more: what is in the journals by now is all there will be. */
    public void refuse(HotCopyException cause) {
        sequence.refuse(cause);
        inFlight.stop(cause);
        keeper.end();
    }

    /**
     * Ends all threads. What is not stable by now is in doubt, and its clients are told so. A second call does nothing.
     */
    public void end(HotCopyException cause) throws InterruptedException {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        refuse(cause);
        upkeep.end();
        stability.end();
        for (Thread thread : threads) {
            thread.join();
        }
        stability.abandon().forEach(commit -> leaveInDoubt(commit, cause));
    }
}
