package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Takes failed storage managers out of the view (protocol §2): first the domain's state says so, then every remaining
 * member's journal, synced; only then do commits in flight lose them as participants. Where a storage group would be
 * left without a member the view stays and the database stops. Told from any thread; works on one of its own.
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
            PipelineListener listener) {
        this.groups = groups;
        this.sequence = sequence;
        this.stability = stability;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.listener = listener;
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

    /** Changes the view whenever members have failed, until {@link #end()} or until the database must stop. */
    void run() throws InterruptedException {
        boolean serving = true;
        while (serving && awaitFailure()) {
            Map<ArchiveId, HotCopyException> failed = taken();
            try {
                serving = leave(failed);
            } catch (HotCopyException trouble) {
                listener.mustStop(trouble);
                serving = false;
            }
        }
    }

    private boolean awaitFailure() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (leaving.isEmpty() && !ended) {
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
        SortedSet<StorageGroupName> uncovered = sequence.membership().uncoveredWithout(archives, groups);
        if (!uncovered.isEmpty()) {
            listener.mustStop(lastMembersLost(uncovered, failed));
            return false;
        }
        View next = without(archives);
        log.add(next);
        Membership changed = sequence.change(next);
        failed.forEach(listener::left);
        if (synced(changed)) {
            stability.installed(next);
        }
        return true;
    }

    private View without(SortedSet<ArchiveId> archives) {
        View now = sequence.membership().view();
        SortedSet<ArchiveId> members = new TreeSet<>(now.members());
        members.removeAll(archives);
        return new View(now.number() + 1, ids.get(), members, View.NOTHING_VOID, clock.instant());
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
