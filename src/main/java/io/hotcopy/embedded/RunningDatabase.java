package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.commit.PipelineListener;
import io.hotcopy.embedded.state.ReservedNumbers;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The moving parts of a running database, and the ways in which they stop: in good order, by trouble, or dead as in a
 * crash. Safe for several threads.
 */
final class RunningDatabase implements PipelineListener {

    private final DatabaseName name;
    private final StateFile state;
    private final ReservedNumbers numbers;
    private final List<Member> members;
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
            List<Member> members,
            Consumer<DomainEvent> events) {
        this.name = name;
        this.state = state;
        this.numbers = numbers;
        this.members = members;
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

    /** The members that the database started with. */
    List<Member> members() {
        return members;
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
        for (Member member : members) {
            stop(member, flush && sound);
        }
        if (sound) {
            numbers.giveBack();
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
        boolean serves = pipeline().serves(member.archive());
        if (serves && flush) {
            flush(member);
        }
        if (serves) {
            member.journal().stable(pipeline().stable());
            member.journal().close();
        } else {
            member.journal().crash();
        }
        member.store().crash();
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
        members.forEach(member -> member.journal().crash());
        end(closed);
        members.forEach(member -> member.store().crash());
    }
}
