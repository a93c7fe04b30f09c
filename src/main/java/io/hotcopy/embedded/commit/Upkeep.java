package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps journals, and so the redo after a crash, short: recycles what the files hold, and flushes a store whose files
 * have fallen behind. Told of what is written; works on a thread of its own. Safe for several threads.
 */
final class Upkeep {

    /** A store's files are looked at each time so much has been written to it. */
    private static final long LOOK_EVERY_BYTES = 16 << 20;
    /** It is flushed when its files have held nothing new for so many looks. */
    private static final int PATIENCE_LOOKS = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Map<ArchiveId, Long> written = new HashMap<>();
    private final Set<Member> due = new LinkedHashSet<>();
    private final Map<ArchiveId, Look> looks = new HashMap<>();
    private final Health health;
    private boolean ended;
    private Member tending;

    /** The mark that was seen, and how often in a row. */
    private record Look(CommitNumber persisted, int times) {}

    Upkeep(Health health) {
        this.health = health;
    }

    /** So many bytes of commits have been applied to a member's store. */
    void wrote(Member member, long bytes) {
        lock.lock();
        try {
            long sum = written.merge(member.archive(), bytes, Long::sum);
            if (sum >= LOOK_EVERY_BYTES) {
                written.put(member.archive(), 0L);
                due.add(member);
                wanted.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks at members as they become due, until {@link #end()}. */
    void run() throws InterruptedException {
        for (Member member = next(); member != null; member = next()) {
            if (health.isWell(member)) {
                tend(member);
            }
            done();
        }
    }

    private void done() {
        lock.lock();
        try {
            tending = null;
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A member is about to be closed: from here on nothing is done to it any more. */
    void forget(Member member) {
        lock.lock();
        try {
            due.remove(member);
            while (member.equals(tending)) {
                wanted.awaitUninterruptibly();
            }
            written.remove(member.archive());
        } finally {
            lock.unlock();
        }
    }

    private Member next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (due.isEmpty() && !ended) {
                wanted.await();
            }
            if (ended) {
                return null;
            }
            Member member = due.iterator().next();
            due.remove(member);
            tending = member;
            return member;
        } finally {
            lock.unlock();
        }
    }

    private void tend(Member member) {
        try {
            CommitNumber persisted = member.store().persistedMark();
            Look before = looks.getOrDefault(member.archive(), new Look(persisted, 0));
            Look now = new Look(persisted, before.persisted().equals(persisted) ? before.times() + 1 : 1);
            if (now.times() >= PATIENCE_LOOKS) {
                member.store().flush();
                now = new Look(member.store().persistedMark(), 0);
            }
            looks.put(member.archive(), now);
            member.journal().recycle(now.persisted());
            member.segments().prune(member.leases());
        } catch (HotCopyException trouble) {
            health.failed(member, trouble);
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
