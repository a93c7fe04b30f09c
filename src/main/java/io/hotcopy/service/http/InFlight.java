package io.hotcopy.service.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests are being answered, until their answers are sent; and whether further ones are taken. */
final class InFlight {
    private final Lock lock = new ReentrantLock();
    private final Condition landed = lock.newCondition();
    private int count;
    private boolean closed;

    /**
     * Counts a request in, until {@link #leave}.
     *
     * @param always whether it is taken also when no others are
     */
    void enter(boolean always) throws RefusedRequestException {
        lock.lock();
        try {
            if (closed && !always) {
                throw new RefusedRequestException(503, "the service is stopping");
            }
            count++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            count--;
            landed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes none from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when none is left, after this time, or when the thread is interrupted. */
    void awaitNone(Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (count > 0 && left > 0) {
                left = landed.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
