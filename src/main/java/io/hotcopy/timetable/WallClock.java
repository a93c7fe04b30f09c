package io.hotcopy.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Times that a wall clock shows. A time that a change of the clock leaps over counts at the first instant after the
 * leap, once for all that are leapt over. A time that is shown twice counts the first time, and the second time too
 * when the pattern runs on.
 *
 * <p>Between two changes of the clock its time and elapsed time differ by a constant: the search goes from one such
 * stretch to the next.
 */
record WallClock(LocalPattern pattern, ZoneId zone) implements Recurrence {

    @Override
    public Optional<Instant> after(Instant instant) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        LocalDateTime from = LocalDateTime.ofInstant(instant, offset);
        ZoneOffsetTransition begun = zone.getRules().previousTransition(instant.plusNanos(1));
        LocalDateTime since = begun == null ? from : latest(from, fresh(begun).minusNanos(1));
        return searchOn(since, offset, instant);
    }

    private Optional<Instant> searchOn(LocalDateTime since, ZoneOffset offset, Instant from) {
        Optional<LocalDateTime> found = pattern.after(since);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        if (change == null || found.get().toInstant(offset).isBefore(change.getInstant())) {
            return found.map(time -> time.toInstant(offset));
        }
        return isLeaptOver(found.get(), change)
                ? Optional.of(change.getInstant())
                : searchOn(fresh(change).minusNanos(1), change.getOffsetAfter(), change.getInstant());
    }

    private static boolean isLeaptOver(LocalDateTime first, ZoneOffsetTransition change) {
        return change.isGap() && first.isBefore(change.getDateTimeAfter());
    }

    @Override
    public Optional<Instant> atOrBefore(Instant instant) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        Optional<LocalDateTime> found = pattern.atOrBefore(LocalDateTime.ofInstant(instant, offset));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffsetTransition begun = zone.getRules().previousTransition(instant.plusNanos(1));
        if (begun == null || !found.get().isBefore(fresh(begun))) {
            return found.map(time -> time.toInstant(offset));
        }
        boolean leapt = begun.isGap() && !found.get().isBefore(begun.getDateTimeBefore());
        return leapt
                ? Optional.of(begun.getInstant())
                : atOrBefore(begun.getInstant().minusNanos(1));
    }

    /** The first time after a change of the clock that counts as not shown before. */
    private LocalDateTime fresh(ZoneOffsetTransition change) {
        return change.isOverlap() && !pattern.runsOn() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    }

    private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Optional<Duration> longestGap() {
        return pattern.longestGap();
    }
}
