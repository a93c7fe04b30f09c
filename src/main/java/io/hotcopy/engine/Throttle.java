package io.hotcopy.engine;

import io.hotcopy.term.ByteSize;
import java.util.Optional;

/**
 * Holds the copying of one storage manager to a rate: a token bucket kept as the moment at which it is empty again. Any
 * number of threads; each is served in the order in which it asked, so none starves.
 *
 * <p>Who could not use its rate for a moment, since the disk was slow, may make up for {@link #CREDIT_NANOS} of it; so
 * the mean is exact and no burst is long.
 */
final class Throttle {
    private static final long SECOND = 1_000_000_000L;
    private static final long CREDIT_NANOS = SECOND / 4;
    /** Pieces are so small that a thread waits no longer than this for one, and hears a cancel as soon. */
    private static final long PIECES_A_SECOND = 20;

    private final Pacer pacer;
    private final NanoClock clock;
    private boolean begun;
    private long emptyAt;

    /** @param pacer says the rate, which may change at any time */
    Throttle(Pacer pacer, NanoClock clock) {
        this.pacer = pacer;
        this.clock = clock;
    }

    /** How many bytes to move at once when {@code wanted} could be. */
    int piece(int wanted) {
        return pacer.rate()
                .map(rate -> (int) Math.min(wanted, Math.max(1, rate.bytes() / PIECES_A_SECOND)))
                .orElse(wanted);
    }

    /** Returns when these bytes may be moved. */
    void take(int bytes) throws InterruptedException {
        pacer.moving(bytes);
        Optional<ByteSize> rate = pacer.rate();
        if (rate.isPresent()) {
            clock.sleep(reserve(bytes, rate.get().bytes()));
        }
    }

    /** Takes the next place in time, and says how far off it is. */
    private synchronized long reserve(int bytes, long rate) {
        long now = clock.nanos();
        if (!begun) {
            begun = true;
            emptyAt = now;
        }
        long place = now - emptyAt > CREDIT_NANOS ? now - CREDIT_NANOS : emptyAt;
        emptyAt = place + Math.multiplyExact(bytes, SECOND) / rate;
        return place - now;
    }
}
