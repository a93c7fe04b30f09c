package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.commit.PipelineListener;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.ReservedNumbers;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.embedded.sync.FrameSource;
import io.hotcopy.embedded.sync.PeerFrames;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The moving parts of a running database, and the ways in which they stop: in good order, by trouble, or dead as in a
 * crash. Safe for several threads.
 */
final class RunningDatabase implements PipelineListener {

    private final DatabaseName name;
    private final StateFile state;
    private final ReservedNumbers numbers;
    private final SortedMap<ArchiveId, OpenMember> open = new TreeMap<>();
    private final Map<ArchiveId, Leases> leases = new TreeMap<>();
    private final ReentrantLock life = new ReentrantLock();
    private final Consumer<DomainEvent> events;
    private CommitPipeline pipeline;
    private HotCopyException closed;
    private HotCopyException trouble;
    private Thread stopping;

    /** @param members those of the view that the database starts with, opened */
    RunningDatabase(
            DatabaseName name,
            StateFile state,
            ReservedNumbers numbers,
            List<OpenMember> members,
            Consumer<DomainEvent> events) {
        this.name = name;
        this.state = state;
        this.numbers = numbers;
        members.forEach(this::opened);
        this.events = events;
    }

    /** Begins to serve. */
    synchronized void serve(CommitPipeline made) {
        pipeline = made;
        pipeline.run();
    }

    DatabaseName name() {
        return name;
    }

    StateFile state() {
        return state;
    }

    synchronized CommitPipeline pipeline() {
        return pipeline;
    }

    /** Those that are open, in order of their archives: serving, catching up, or failed and not closed yet. */
    List<Member> members() {
        synchronized (open) {
            return open.values().stream().map(OpenMember::member).toList();
        }
    }

    Optional<OpenMember> open(ArchiveId archive) {
        synchronized (open) {
            return Optional.ofNullable(open.get(archive));
        }
    }

    /** A member is open from here on: it is closed with the database. */
    void opened(OpenMember member) {
        synchronized (open) {
            open.put(member.member().archive(), member);
            leases.put(member.member().archive(), member.member().leases());
        }
    }

    /**
     * The frames of an archive that runs, its own or others', for one reading at a time.
     *
     * @param reading names it among the leases, for example by a run's id
     */
    FrameSource frames(ArchiveId archive, String reading) {
        return new PeerFrames(new SyncPeers(this, archive, true), LeaseOwners.READ + reading);
    }

    /** The leases of an archive: one object as long as the database runs, for hot copies may still hold it. */
    Leases leases(ArchiveId archive, Path file) {
        synchronized (open) {
            return leases.computeIfAbsent(archive, id -> Leases.open(file));
        }
    }

    /** An archive is removed: where another of its number keeps its leases is not known yet. */
    void forget(ArchiveId archive) {
        synchronized (open) {
            leases.remove(archive);
        }
    }

    /** Whoever calls it closes the member. */
    void gone(OpenMember member) {
        synchronized (open) {
            open.remove(member.member().archive(), member);
        }
    }

    /**
     * Held while a storage manager is started or stopped: one at a time, and the database is closed only when none is.
     */
    ReentrantLock life() {
        return life;
    }

    synchronized Optional<HotCopyException> stopped() {
        return Optional.ofNullable(trouble);
    }

    synchronized boolean isServing() {
        return trouble == null && closed == null;
    }

    synchronized void requireServing() {
        HotCopyException reason = trouble == null ? closed : trouble;
        if (reason != null) {
            throw new HotCopyException(
                    reason.getMessage(), reason, reason.hints().toArray(String[]::new));
        }
    }

    @Override
    public void left(ArchiveId archive, HotCopyException cause) {
        events.accept(new DomainEvent.StorageManagerLeft(name, archive, cause.getMessage()));
    }

    /** Stops on a thread of its own: the pipeline's threads cannot wait for themselves. */
    @Override
    public synchronized void mustStop(HotCopyException cause) {
        if (trouble != null || closed != null) {
            return;
        }
        trouble = new HotCopyException(
                "database \"" + name.database() + "\" has stopped: " + cause.getMessage(),
                cause,
                cause.hints().toArray(String[]::new));
        stopping = new Thread(() -> end(trouble), name + "-stopping");
        stopping.start();
        events.accept(new DomainEvent.DatabaseStopped(name, cause.getMessage()));
    }

    private void end(HotCopyException cause) {
        try {
            pipeline().end(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Answers what is under way, syncs, flushes, closes.
     *
     * @param flush whether what is in memory only is written into the files; the journals have it anyway
     */
    void close(boolean flush) {
        if (!begunToClose("was closed")) {
            return;
        }
        boolean sound = drained();
        end(closed);
        life.lock();
        try {
            members().forEach(member -> stop(member, flush && sound));
            if (sound) {
                numbers.giveBack();
            }
        } finally {
            life.unlock();
        }
    }

    /** Whether this is the first to close it. */
    private synchronized boolean begunToClose(String how) {
        boolean first = closed == null;
        if (first) {
            closed = new HotCopyException(
                    "database \"" + name.database() + "\" " + how, "Start the domain to go on with it.");
        }
        return first;
    }

    /** Whether every commit under way was answered. */
    private boolean drained() {
        try {
            if (stopped().isEmpty()) {
                pipeline().drain(closed);
            } else {
                stopping.join();
            }
            return stopped().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void stop(Member member, boolean flush) {
        if (pipeline().serves(member.archive())) {
            stopInOrder(member, flush);
        } else {
            member.journal().crash();
            member.store().crash();
        }
    }

    /** Syncs, flushes if that is wanted, and closes a member that is sound. */
    void stopInOrder(Member member, boolean flush) {
        if (flush) {
            flush(member);
        }
        member.journal().stable(pipeline().stable());
        member.journal().close();
        member.store().crash();
    }

    /** Tells what has happened. */
    void tell(DomainEvent event) {
        events.accept(event);
    }

    /** What is in memory only is in the journal too: an archive that cannot be flushed is redone at the next start. */
    private void flush(Member member) {
        try {
            member.store().flush();
            member.journal().recycle(member.store().persistedMark());
        } catch (HotCopyException trouble) {
            left(member.archive(), trouble);
        }
    }

    /** Stops dead: nothing more is synced, nothing is flushed. */
    void crash() {
        if (!begunToClose("has crashed")) {
            return;
        }
        pipeline().refuse(closed);
        members().forEach(member -> member.journal().crash());
        end(closed);
        life.lock();
        try {
            members().forEach(member -> {
                member.journal().crash();
                member.store().crash();
            });
        } finally {
            life.unlock();
        }
    }
}
