package io.hotcopy.mission

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.atomic.AtomicLong

/** Time that passes by a millisecond with every look, and otherwise when a specification says so. */
class MadeClock extends Clock {

    private final AtomicLong millis = new AtomicLong(Instant.parse('2021-12-18T01:00:00Z').toEpochMilli())

    void pass(Duration duration) {
        millis.addAndGet(duration.toMillis())
    }

    @Override
    Instant instant() {
        Instant.ofEpochMilli(millis.incrementAndGet())
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }
}
