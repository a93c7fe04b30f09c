package io.hotcopy.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Every so much elapsed time, whatever the wall clock shows.
 *
 * @param first one of them
 * @param interval in whole seconds
 */
record ElapsedTime(Instant first, Duration interval) implements Recurrence {

    @Override
    public Optional<Instant> after(Instant instant) {
        return atOrBefore(instant).map(last -> last.plus(interval));
    }

    @Override
    public Optional<Instant> atOrBefore(Instant instant) {
        long since = Math.subtractExact(instant.getEpochSecond(), first.getEpochSecond());
        return Optional.of(first.plusSeconds(Math.floorDiv(since, interval.toSeconds()) * interval.toSeconds()));
    }

    @Override
    public Optional<Duration> longestGap() {
        return Optional.of(interval);
    }
}
