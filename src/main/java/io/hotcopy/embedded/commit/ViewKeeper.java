package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes the view (protocol §2): takes out storage managers that have failed or are stopped, lets in those that come
 * back. First the domain's state says so, then every remaining member's journal, synced; only then do commits in flight
 * lose them as participants. Where a storage group would be left without a member that holds everything the view stays:
 * the database stops, or the stop of that storage manager is refused. Told from any thread; works on one of its own.
 */
final class ViewKeeper {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final SortedSet<StorageGroupName> groups;
    private final CommitSequence sequence;
    private final Stability stability;
    private final ViewLog log;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final PipelineListener listener;
    private final SyncingMembers syncing;
    private final RoundTasks requests = new RoundTasks(this::wake);
    private final Map<ArchiveId, HotCopyException> leaving = new TreeMap<>();
    private boolean ended;

    /** @param groups those that must always have a member */
    ViewKeeper(
            SortedSet<StorageGroupName> groups,
            CommitSequence sequence,
            Stability stability,
            ViewLog log,
            Supplier<UUID> ids,
            Clock clock,
            PipelineListener listener,
            SyncingMembers syncing) {
        this.groups = new TreeSet<>(groups);
        this.sequence = sequence;
        this.stability = stability;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.listener = listener;
        this.syncing = syncing;
    }

    private void wake() {
        lock.lock();
        try {
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A storage manager has failed and is to leave the view; returns at once. */
    void evict(ArchiveId archive, HotCopyException cause) {
        lock.lock();
        try {
            leaving.putIfAbsent(archive, cause);
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a storage manager out that is to stop in good order.
     *
     * @throws HotCopyException when no other one that holds everything serves one of its groups; then nothing changes
     */
    void stop(ArchiveId archive) {
        requests.call(() -> {
            SortedSet<StorageGroupName> uncovered =
                    sequence.membership().uncoveredWithout(syncing.and(Set.of(archive)), groups);
            if (!uncovered.isEmpty()) {
                throw new HotCopyException(
                        "the storage manager of archive " + archive + " cannot be stopped: no other running one serves "
                                + "storage groups " + uncovered,
                        "Start another one that serves them first, or stop the domain.");
            }
            change(without(new TreeSet<>(Set.of(archive))));
            return null;
        });
    }

    /** Members serve more groups, which must always have a member from here on; the view stays. */
    void serveMore(List<Member> members) {
        requests.call(() -> {
            members.stream()
                    .filter(member -> sequence.membership().has(member.archive()))
                    .forEach(member -> {
                        sequence.replace(member);
                        groups.addAll(member.serves());
                    });
            return null;
        });
    }

    /** Waits until whoever has failed so far is in the view no more. */
    void settle() {
        requests.call(() -> null);
    }

    /**
     * Lets a member in. When it cannot write its journal it is taken out again, as any other.
     *
     * @param begin begins its journal behind the commit that it is given
     * @return the last commit before those that it takes part in
     */
    CommitNumber join(Member member, Consumer<CommitNumber> begin) {
        return requests.call(() -> {
            View next = with(member.archive());
            log.add(next);
            CommitNumber at = sequence.join(member, next);
            try {
                begin.accept(at);
            } catch (HotCopyException trouble) {
                evict(member.archive(), trouble);
            }
            stability.durable(member.archive(), at);
            install(next);
            return at;
        });
    }

    /** Changes the view whenever members have failed, until {@link #end()} or until the database must stop. */
    void run() throws InterruptedException {
        boolean serving = true;
        while (serving && awaitWork()) {
            Map<ArchiveId, HotCopyException> failed = taken();
            try {
                serving = leave(failed);
            } catch (HotCopyException trouble) {
                listener.mustStop(trouble);
                serving = false;
            }
            if (serving) {
                requests.run();
            }
        }
        requests.end();
    }

    private boolean awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (leaving.isEmpty() && requests.isEmpty() && !ended) {
                wanted.await();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private Map<ArchiveId, HotCopyException> taken() {
        lock.lock();
        try {
            Map<ArchiveId, HotCopyException> failed = new TreeMap<>(leaving);
            failed.keySet().removeIf(archive -> !sequence.membership().has(archive));
            leaving.clear();
            return failed;
        } finally {
            lock.unlock();
        }
    }

    /** Says whether the database goes on. */
    private boolean leave(Map<ArchiveId, HotCopyException> failed) {
        if (failed.isEmpty()) {
            return true;
        }
        SortedSet<ArchiveId> archives = new TreeSet<>(failed.keySet());
        SortedSet<StorageGroupName> uncovered = sequence.membership().uncoveredWithout(syncing.and(archives), groups);
        if (!uncovered.isEmpty()) {
            listener.mustStop(lastMembersLost(uncovered, failed));
            return false;
        }
        change(without(archives));
        failed.forEach(listener::left);
        return true;
    }

    private void change(View next) {
        log.add(next);
        sequence.change(next);
        install(next);
    }

    private void install(View next) {
        if (synced(sequence.membership())) {
            stability.installed(next);
        }
    }

    private View without(SortedSet<ArchiveId> archives) {
        SortedSet<ArchiveId> members =
                new TreeSet<>(sequence.membership().view().members());
        members.removeAll(archives);
        return next(members);
    }

    private View with(ArchiveId archive) {
        SortedSet<ArchiveId> members =
                new TreeSet<>(sequence.membership().view().members());
        members.add(archive);
        return next(members);
    }

    private View next(SortedSet<ArchiveId> members) {
        long number = sequence.membership().view().number() + 1;
        return new View(number, ids.get(), members, View.NOTHING_VOID, clock.instant());
    }

    /** Whether all members have synced the view; who has not has failed too, and the next view goes without it. */
    private boolean synced(Membership changed) {
        boolean all = true;
        for (Member member : changed.members()) {
            try {
                member.journal().sync();
            } catch (HotCopyException trouble) {
                evict(member.archive(), trouble);
                all = false;
            }
        }
        return all;
    }

    private static HotCopyException lastMembersLost(
            SortedSet<StorageGroupName> uncovered, Map<ArchiveId, HotCopyException> failed) {
        HotCopyException first = failed.values().iterator().next();
        return new HotCopyException(
                "the last storage manager of storage groups " + uncovered + " has failed: archives " + failed.keySet()
                        + ": " + first.getMessage(),
                first,
                "Mend what has failed and start the domain again; no acknowledged commit is lost.");
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }
}
