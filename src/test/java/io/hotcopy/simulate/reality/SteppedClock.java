package io.hotcopy.simulate.reality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Time that is set, and passes by a millisecond with every look. Safe for several threads. */
final class SteppedClock extends Clock {

    private final AtomicLong millis = new AtomicLong();

    SteppedClock(Instant begin) {
        set(begin);
    }

    void set(Instant at) {
        millis.set(at.toEpochMilli());
    }

    void pass(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs this clock in " + zone);
    }
}
