package io.hotcopy.timetable;

import com.cronutils.model.time.ExecutionTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days of a cron expression. The library is asked in UTC, where every day has a midnight: the dates are what
 * counts.
 *
 * @param midnights of these days
 */
record CronDays(ExecutionTime midnights) implements DailyTimes.Days {

    /** After so many years the days of the week fall on the same dates again. */
    private static final int CYCLE = 28;

    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

    /** The days of an expression's last three fields. */
    static CronDays of(String dayFields) {
        return new CronDays(ExecutionTime.forCron(CronText.parsed("0 0 " + dayFields)));
    }

    @Override
    public Optional<LocalDate> atOrAfter(LocalDate day) {
        return midnights.nextExecution(midnight(day).minusSeconds(1)).map(ZonedDateTime::toLocalDate);
    }

    @Override
    public Optional<LocalDate> atOrBefore(LocalDate day) {
        return midnights.lastExecution(midnight(day).plusSeconds(1)).map(ZonedDateTime::toLocalDate);
    }

    private static ZonedDateTime midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC);
    }

    @Override
    public Optional<Integer> longestGap() {
        Optional<LocalDate> day = atOrAfter(BEGIN);
        int longest = 0;
        while (day.isPresent() && day.get().isBefore(BEGIN.plusYears(CYCLE))) {
            Optional<LocalDate> next = atOrAfter(day.get().plusDays(1));
            if (next.isPresent()) {
                longest = Math.max(longest, (int) ChronoUnit.DAYS.between(day.get(), next.get()));
            }
            day = next;
        }
        return Optional.of(longest).filter(days -> days > 0);
    }
}
