package io.hotcopy.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Some days of the week, at least one. */
record WeekDays(Set<DayOfWeek> days) implements DailyTimes.Days {
    private static final int WEEK = 7;
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    @Override
    public Optional<LocalDate> atOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!has(found)) {
            found = found.plusDays(1);
        }
        return Optional.of(found);
    }

    @Override
    public Optional<LocalDate> atOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!has(found)) {
            found = found.minusDays(1);
        }
        return Optional.of(found);
    }

    @Override
    public boolean has(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    @Override
    public Optional<Integer> longestGap() {
        LocalDate first = atOrAfter(A_MONDAY).orElseThrow();
        LocalDate day = first;
        int longest = 0;
        while (day.isBefore(first.plusDays(WEEK))) {
            LocalDate next = atOrAfter(day.plusDays(1)).orElseThrow();
            longest = Math.max(longest, (int) ChronoUnit.DAYS.between(day, next));
            day = next;
        }
        return Optional.of(longest);
    }
}
