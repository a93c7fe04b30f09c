package io.hotcopy.shell.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** How fast it goes now: bytes a second over the last few seconds, so that a copy that stands still is seen to. */
final class RecentRate {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long APART_NANOS = 100_000_000L;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done) {}

    /** @param nanos by the clock; so many bytes had been moved then */
    void at(long nanos, long done) {
        if (samples.size() > 1 && nanos - samples.peekLast().nanos() < APART_NANOS) {
            samples.removeLast();
        }
        samples.addLast(new Sample(nanos, done));
        forget(nanos);
    }

    /** Bytes a second; zero in the first instant. */
    double perSecond(long now) {
        if (samples.isEmpty()) {
            return 0;
        }
        forget(now);
        long from = Math.max(samples.peekFirst().nanos(), now - WINDOW_NANOS);
        long moved = samples.peekLast().done() - samples.peekFirst().done();
        return now <= from ? 0 : moved * 1e9 / (now - from);
    }

    /** Keeps one of before the window: what had been moved when it begins. */
    private void forget(long now) {
        while (samples.size() > 1 && second().nanos() <= now - WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    private Sample second() {
        Iterator<Sample> each = samples.iterator();
        each.next();
        return each.next();
    }
}
