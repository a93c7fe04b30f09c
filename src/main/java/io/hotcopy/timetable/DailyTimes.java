package io.hotcopy.timetable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.NavigableSet;
import java.util.Optional;

/** Some times of day, on some days. */
record DailyTimes(NavigableSet<LocalTime> times, Days days, boolean runsOn) implements LocalPattern {

    /** Which days. */
    interface Days {

        /** The first one at or after this; empty when none ever comes. */
        Optional<LocalDate> atOrAfter(LocalDate day);

        /** The last one at or before this; empty when there was none. */
        Optional<LocalDate> atOrBefore(LocalDate day);

        /** The most days from one to the next; empty when there are no two. */
        Optional<Integer> longestGap();

        default boolean has(LocalDate day) {
            return atOrAfter(day).filter(day::equals).isPresent();
        }
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
        LocalDate today = time.toLocalDate();
        LocalTime later = times.higher(time.toLocalTime());
        return later != null && days.has(today)
                ? Optional.of(today.atTime(later))
                : days.atOrAfter(today.plusDays(1)).map(day -> day.atTime(times.first()));
    }

    @Override
    public Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
        LocalDate today = time.toLocalDate();
        LocalTime earlier = times.floor(time.toLocalTime());
        return earlier != null && days.has(today)
                ? Optional.of(today.atTime(earlier))
                : days.atOrBefore(today.minusDays(1)).map(day -> day.atTime(times.last()));
    }

    @Override
    public Optional<Duration> longestGap() {
        Duration overNight = Duration.between(times.last(), times.first());
        Duration longest = Duration.ZERO;
        for (LocalTime time : times) {
            LocalTime next = times.higher(time);
            Duration gap = next == null ? Duration.ZERO : Duration.between(time, next);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        Duration withinDay = longest;
        return days.longestGap()
                .map(count -> Duration.ofDays(count).plus(overNight))
                .map(between -> between.compareTo(withinDay) > 0 ? between : withinDay);
    }
}
