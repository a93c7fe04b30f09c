package io.hotcopy.engine;

import io.hotcopy.driver.CommitLatency;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a hot copy give way to the database: watches how long commits take beside how long they took before, halves the
 * rate of every storage manager when they take too long twice in a row, and raises it slowly when they do not. Nobody
 * commits, nothing is held back. Any number of threads; looks when one of them asks, so it needs none of its own.
 *
 * <p>Beside commits it begins slowly: in a database that is near its limit, what a second at full speed takes from it
 * makes a queue of clients that needs many seconds to go away.
 */
final class Pacer {
    /** How much longer than before the hot copy commits may take. */
    private static final double TOLERANCE = 1.2;
    /** Half of what the database calls lately, so that a second look sees at least half of other commits. */
    private static final long LOOK_EVERY_NANOS = 500_000_000L;
    /** Below so many commits lately the slowest one says nothing. */
    private static final long ENOUGH_COMMITS = 20;

    /** Beside commits it begins at so many times the least rate. */
    private static final int BEGIN_TIMES_LEAST = 2;

    private static final double RAISE = 1.15;

    private final Pace pace;
    private final int archives;
    private final Supplier<CommitLatency> latency;
    private final NanoClock clock;
    private final ProgressListener listener;

    private Optional<ByteSize> rate;
    private Optional<Duration> before = Optional.empty();
    private Optional<Long> commitsBefore = Optional.empty();
    private long bytesSinceLook;
    private long lastLook;
    private boolean besideCommits;
    private boolean slowAtLastLook;
    private boolean floorTold;

    /**
     * @param archives how many storage managers are copied from at the same time
     * @param latency asked at every look
     * @param listener hears at every look how it stands, and a sentence when the least rate has been reached
     */
    Pacer(Pace pace, int archives, Supplier<CommitLatency> latency, NanoClock clock, ProgressListener listener) {
        this.pace = pace;
        this.archives = archives;
        this.latency = latency;
        this.clock = clock;
        this.listener = listener;
        this.rate = pace.maxRate();
    }

    /** Nothing has been copied yet: what commits take now is what they are compared with. */
    synchronized void begin() {
        lastLook = clock.nanos();
        CommitLatency now = latency.get();
        if (now.commits() >= ENOUGH_COMMITS) {
            before = Optional.of(now.p99());
            commitsBefore = Optional.of(now.commits());
            beginSlowly();
        }
        tell(now);
    }

    private void tell(CommitLatency now) {
        listener.on(new Paced(now.commits(), commitsBefore, rate.map(ByteSize::bytes)));
    }

    private void beginSlowly() {
        besideCommits = true;
        ByteSize slowly = new ByteSize(pace.minRate().bytes() * BEGIN_TIMES_LEAST);
        rate = Optional.of(
                pace.maxRate().filter(max -> max.compareTo(slowly) < 0).orElse(slowly));
    }

    /** Bytes a second for each storage manager, now; empty for as fast as it goes. */
    synchronized Optional<ByteSize> rate() {
        return rate;
    }

    /** So many bytes are about to be moved. */
    synchronized void moving(long bytes) {
        bytesSinceLook += bytes;
        long now = clock.nanos();
        if (now - lastLook >= LOOK_EVERY_NANOS) {
            long observed = Math.round(bytesSinceLook * 1e9 / (now - lastLook) / archives);
            lastLook = now;
            bytesSinceLook = 0;
            CommitLatency lately = latency.get();
            look(lately, observed);
            tell(lately);
        }
    }

    private void look(CommitLatency lately, long observed) {
        if (lately.commits() < ENOUGH_COMMITS) {
            besideCommits = false;
            slowAtLastLook = false;
            rate = pace.maxRate();
        } else if (!besideCommits) {
            beginSlowly();
        } else if (before.isEmpty()) {
            before = Optional.of(lately.p99());
        } else {
            compare(lately, observed);
        }
    }

    private void compare(CommitLatency lately, long observed) {
        boolean slow = lately.p99().toNanos() > before.get().toNanos() * TOLERANCE;
        if (slow && slowAtLastLook) {
            lower(lately, observed);
            slowAtLastLook = false; // the next look still sees commits of before
        } else {
            slowAtLastLook = slow;
            if (!slow) {
                raise(observed);
            }
        }
    }

    private void lower(CommitLatency lately, long observed) {
        long half = Math.min(rate.orElseThrow().bytes(), observed) / 2;
        rate = Optional.of(new ByteSize(Math.max(pace.minRate().bytes(), half)));
        if (rate.get().equals(pace.minRate()) && !floorTold) {
            floorTold = true;
            listener.on(new Noted(String.format(
                    Locale.ROOT,
                    "commits take longer than before the hot copy (99 of 100 within %.1f ms, before within %.1f ms):"
                            + " it goes on with the least rate of %s/s for each storage manager",
                    lately.p99().toNanos() / 1e6,
                    before.orElseThrow().toNanos() / 1e6,
                    pace.minRate())));
        }
    }

    /** A rate that is not used up need not be raised, and nobody knows how commits would fare at more. */
    private void raise(long observed) {
        boolean unused = observed * 2 < rate.orElseThrow().bytes();
        if (unused || rate.equals(pace.maxRate())) {
            return;
        }
        floorTold = false;
        ByteSize more = new ByteSize((long) Math.ceil(rate.get().bytes() * RAISE));
        boolean atMost = pace.maxRate().filter(max -> more.compareTo(max) >= 0).isPresent();
        rate = atMost ? pace.maxRate() : Optional.of(more);
    }
}
