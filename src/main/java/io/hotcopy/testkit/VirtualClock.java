package io.hotcopy.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Time that passes when a specification says so. A database that really runs reads it from several threads; for it a
 * millisecond passes with every look, so that no two of its commits are at one instant.
 */
final class VirtualClock extends Clock {
    /** In every year the same: a Thursday, midnight in UTC. */
    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;
    private final int millisALook;

    private VirtualClock(Instant now, int millisALook) {
        this.now = new AtomicReference<>(now);
        this.millisALook = millisALook;
    }

    static VirtualClock standing() {
        return new VirtualClock(FIRST, 0);
    }

    static VirtualClock ticking(Instant now) {
        return new VirtualClock(now, 1);
    }

    /** The time, which no look has changed. */
    Instant now() {
        return now.get();
    }

    void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.updateAndGet(instant -> instant.plusMillis(millisALook));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone: a policy has one");
    }
}
