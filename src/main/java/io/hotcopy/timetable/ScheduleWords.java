package io.hotcopy.timetable;

import io.hotcopy.model.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Schedules in words for people. */
final class ScheduleWords {
    private static final int WEEK = 7;

    private ScheduleWords() {}

    static String of(Schedule schedule) {
        if (schedule instanceof Schedule.At at) {
            return days(at.days()) + " " + at.time();
        }
        if (schedule instanceof Schedule.Every every) {
            return "every " + of(every.interval()) + (every.interleaved() ? ", the groups in turn" : "");
        }
        return "cron '" + ((Schedule.Cron) schedule).expression() + "'";
    }

    /** A duration in its greatest whole units: {@code 1 hour 30 minutes}. */
    static String of(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    private static String days(SortedSet<DayOfWeek> days) {
        if (days.size() == WEEK) {
            return "daily";
        }
        boolean isRange =
                days.size() > 2 && days.last().getValue() - days.first().getValue() == days.size() - 1;
        return isRange
                ? name(days.first()) + "-" + name(days.last())
                : days.stream().map(ScheduleWords::name).collect(Collectors.joining(","));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }
}
