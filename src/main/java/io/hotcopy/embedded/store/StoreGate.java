package io.hotcopy.embedded.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the native calls under way, so that handles are closed only when none is: a native call on a closed handle
 * does not throw, it kills the process. Safe for several threads; entering costs one atomic step.
 */
final class StoreGate {

    private static final long CLOSED = Long.MIN_VALUE;

    /** The number of calls under way, and the sign bit once closed. */
    private final AtomicLong state = new AtomicLong();

    private final String what;

    /** @param what names the guarded thing in the message of who comes too late */
    StoreGate(String what) {
        this.what = what;
    }

    /** Enters; must be followed by {@link #exit()}. */
    void enter() {
        if (!tryEnter()) {
            throw new IllegalStateException(what + " is closed");
        }
    }

    /** Enters unless closed; only when it did, {@link #exit()} must follow. */
    boolean tryEnter() {
        long now = state.get();
        while (now >= 0) {
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
            now = state.get();
        }
        return false;
    }

    void exit() {
        if (state.decrementAndGet() == CLOSED) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /**
     * Lets nobody in any more and waits until all are out.
     *
     * @return whether this call closed it; an earlier one may still be waiting
     */
    boolean close() {
        long before = state.getAndUpdate(now -> now | CLOSED);
        if (before < 0) {
            return false;
        }
        awaitEmpty();
        return true;
    }

    private synchronized void awaitEmpty() {
        boolean interrupted = false;
        while (state.get() != CLOSED) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
