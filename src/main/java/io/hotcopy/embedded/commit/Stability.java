package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which commits are durable on all their participants. The <b>stable</b> number is the highest one up to which every
 * commit is (protocol §2); stable commits leave in their order. Safe for several threads.
 */
final class Stability {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Issued and not yet known to be stable, by rising number. */
    private final ArrayDeque<PendingCommit> unstable = new ArrayDeque<>();
    /** Stable and not yet taken. */
    private final ArrayDeque<PendingCommit> ready = new ArrayDeque<>();
    /** Numbers rise in every journal, so the highest durable one tells of all before it. */
    private final Map<ArchiveId, Long> durable = new HashMap<>();

    private View installed;
    private long stable;
    private boolean ended;
    private boolean woken;

    /**
     * @param installed the view that all its members have synced
     * @param stable the commit that all stores hold
     */
    Stability(View installed, CommitNumber stable) {
        this.installed = installed;
        this.stable = stable.value();
    }

    /** A commit has its number; before its frames are queued, in the order of numbers. */
    void issued(PendingCommit commit) {
        lock.lock();
        try {
            unstable.add(commit);
        } finally {
            lock.unlock();
        }
    }

    /** An archive has synced everything that was queued to its journal, through this commit. */
    void durable(ArchiveId archive, CommitNumber through) {
        lock.lock();
        try {
            durable.merge(archive, through.value(), Math::max);
            advance();
        } finally {
            lock.unlock();
        }
    }

    /** All members of the view have synced it: whoever is not in it counts no more. */
    void installed(View view) {
        lock.lock();
        try {
            if (view.number() > installed.number()) {
                installed = view;
                advance();
            }
        } finally {
            lock.unlock();
        }
    }

    private void advance() {
        boolean advanced = false;
        while (!unstable.isEmpty() && isStable(unstable.peek())) {
            PendingCommit commit = unstable.poll();
            stable = commit.number().value();
            ready.add(commit);
            advanced = true;
        }
        if (advanced) {
            changed.signalAll();
        }
    }

    /** No commit is answered under a view that not all its members have synced. */
    private boolean isStable(PendingCommit commit) {
        return commit.view() <= installed.number()
                && commit.participants().stream()
                        .filter(installed.members()::contains)
                        .allMatch(archive -> durable.getOrDefault(archive, 0L)
                                >= commit.number().value());
    }

    CommitNumber stable() {
        lock.lock();
        try {
            return new CommitNumber(stable);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the commit is stable; false when patience ran out or the database ended first. */
    boolean await(CommitNumber number, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (stable < number.value() && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return stable >= number.value();
        } finally {
            lock.unlock();
        }
    }

    /** Lets {@link #take} return, if need be with nothing. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has ended and all that was stable has been taken. */
    boolean isOver() {
        lock.lock();
        try {
            return ended && ready.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes stable commits in their order, waiting for the first; none when it was woken or has ended. */
    List<PendingCommit> take(long maxBytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ready.isEmpty() && !ended && !woken) {
                changed.await();
            }
            woken = false;
            List<PendingCommit> taken = new ArrayList<>();
            long bytes = 0;
            while (!ready.isEmpty() && bytes < maxBytes) {
                PendingCommit commit = ready.poll();
                bytes += commit.bytes();
                taken.add(commit);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting; what is stable can still be taken. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What nobody has taken and, now that all has ended, nobody will; empties it. */
    List<PendingCommit> abandon() {
        lock.lock();
        try {
            List<PendingCommit> left = new ArrayList<>(ready);
            left.addAll(unstable);
            ready.clear();
            unstable.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
