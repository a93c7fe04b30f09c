package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames on their way to the journal's thread, in the order in which they were appended. Any thread puts, the journal's
 * own takes.
 */
final class AppendQueue {

    /** How long a journal stays idle before it marks a stable number that no frame carried. */
    private static final long MARK_AFTER_MILLISECONDS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final ArrayDeque<Queued> queued = new ArrayDeque<>();
    private State state = State.OPEN;
    private HotCopyException failure;
    private CommitNumber stable = CommitNumber.ZERO;
    private CommitNumber stamped = CommitNumber.ZERO;
    private long appended;
    private long durable;
    private long queuedBytes;

    private enum State {
        /** Takes frames. */
        OPEN,
        /** Takes none, and gives what is there. */
        CLOSING,
        /** Failed or crashed: takes none, gives none. */
        ENDED
    }

    /** A frame and its length. */
    record Queued(Frame frame, int length) {}

    /**
     * One group commit.
     *
     * @param frames in order; none when only the stable number is to be marked
     * @param bytes their length together
     * @param stable the stable number known
     */
    record Batch(List<Queued> frames, long bytes, CommitNumber stable) {}

    /** @param stable what the journal's frames carry so far */
    AppendQueue(CommitNumber stable) {
        this.stable = stable;
        this.stamped = stable;
    }

    /** Adds a frame; one that comes after a failure or crash is dropped, for nothing becomes durable any more. */
    void append(Queued frame) {
        lock.lock();
        try {
            if (state == State.CLOSING) {
                throw new IllegalStateException("the journal is closed");
            }
            appended++;
            if (state == State.OPEN) {
                queued.add(frame);
                queuedBytes += frame.length();
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void stable(CommitNumber number) {
        lock.lock();
        try {
            boolean first = stable.equals(stamped);
            stable = CommitNumber.max(stable, number);
            if (first && stable.isAfter(stamped)) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work; empty when the queue was closed and everything in it has been taken, or when it has ended. */
    Optional<Batch> take(long maxBytes) {
        lock.lock();
        try {
            boolean mark = false;
            while (state == State.OPEN && queued.isEmpty() && !mark) {
                mark = awaitWork();
            }
            boolean pending = !queued.isEmpty() || stable.isAfter(stamped);
            return state == State.ENDED || !pending ? Optional.empty() : Optional.of(batch(maxBytes));
        } finally {
            lock.unlock();
        }
    }

    /** Says whether a stable number has been waiting long enough. */
    private boolean awaitWork() {
        if (stable.equals(stamped)) {
            work.awaitUninterruptibly();
            return false;
        }
        try {
            return !work.await(MARK_AFTER_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nobody interrupts the journal's own thread", interrupted);
        }
    }

    private Batch batch(long maxBytes) {
        List<Queued> frames = new ArrayList<>();
        long bytes = 0;
        while (!queued.isEmpty() && (frames.isEmpty() || bytes + queued.peek().length() <= maxBytes)) {
            Queued next = queued.remove();
            frames.add(next);
            bytes += next.length();
        }
        stamped = stable;
        return new Batch(frames, bytes, stable);
    }

    /** This many frames more are durable. */
    void durable(int frames, long bytes) {
        lock.lock();
        try {
            if (state != State.ENDED) {
                durable += frames;
                queuedBytes -= bytes;
                progress.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything appended so far is durable.
     *
     * @throws HotCopyException when the journal failed before
     */
    void await() {
        lock.lock();
        try {
            long wanted = appended;
            while (durable < wanted && state != State.ENDED) {
                progress.awaitUninterruptibly();
            }
            if (durable < wanted) {
                throw new HotCopyException(
                        failure.getMessage(), failure, failure.hints().toArray(String[]::new));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Length of the frames that are not durable yet. */
    long queuedBytes() {
        lock.lock();
        try {
            return queuedBytes;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more. */
    void close() {
        lock.lock();
        try {
            if (state == State.OPEN) {
                state = State.CLOSING;
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more and forgets what is there; says whether it was the first to end it. */
    boolean end(HotCopyException cause) {
        lock.lock();
        try {
            boolean first = state != State.ENDED;
            if (first) {
                state = State.ENDED;
                failure = cause;
                queued.clear();
                queuedBytes = 0;
                work.signal();
                progress.signalAll();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return state == State.ENDED;
        } finally {
            lock.unlock();
        }
    }
}
