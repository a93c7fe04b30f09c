package io.hotcopy.timetable;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cron expressions as people write them: minute, hour, day of the month, month, day of the week. Names such as
 * {@code JAN} and {@code MON}, lists, ranges and steps are known; 0 and 7 are Sunday; where both days are given, either
 * one does.
 */
public final class CronText {
    private static final int FIELDS = 5;
    private static final int MINUTE = 0;
    private static final int HOUR = 1;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;
    private static final String ANY = "*";
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int HOURS_OF_A_DAY = 24;
    private static final Pattern STEP = Pattern.compile("\\*/(\\d{1,4})");

    private static final List<String> WHAT = List.of(
            "minute (0 to 59)",
            "hour (0 to 23)",
            "day of the month (1 to 31)",
            "month (1 to 12, or JAN to DEC)",
            "day of the week (0 to 7, or SUN to SAT)");

    private CronText() {}

    /** Why this is no cron expression of five fields, one lower-case sentence; empty when it is one. */
    public static Optional<String> trouble(String expression) {
        List<String> fields = fields(expression);
        if (fields.size() != FIELDS) {
            return Optional.of("a cron expression has five fields (minute, hour, day of the month, month, day of the"
                    + " week), not " + fields.size());
        }
        for (int field = 0; field < FIELDS; field++) {
            if (!isReadable(alone(fields, field))) {
                return Optional.of("\"" + fields.get(field) + "\" is no " + WHAT.get(field));
            }
        }
        return ambiguous(fields).or(() -> never(fields));
    }

    /** Cron programs disagree on these: some take either day, some both. */
    private static Optional<String> ambiguous(List<String> fields) {
        String ofMonth = fields.get(DAY_OF_MONTH);
        String ofWeek = fields.get(DAY_OF_WEEK);
        boolean both = !ofMonth.equals(ANY) && !ofWeek.equals(ANY);
        return both && (ofMonth.startsWith(ANY) || ofWeek.startsWith(ANY))
                ? Optional.of("\"" + ofMonth + "\" as day of the month together with \"" + ofWeek
                        + "\" as day of the week means either day to some cron programs and both to others")
                : Optional.empty();
    }

    private static Optional<String> never(List<String> fields) {
        return CronDays.of(days(fields)).atOrAfter(LocalDate.EPOCH).isPresent()
                ? Optional.empty()
                : Optional.of("no month of \"" + String.join(" ", fields) + "\" has such a day");
    }

    /**
     * The interval that an expression seems to say and does not keep: {@code *&#47;7 * * * *} runs at minute 56 and
     * four minutes later at minute 0. Empty when it keeps its step, or has none.
     */
    public static Optional<Duration> unevenStep(String expression) {
        List<String> fields = fields(expression);
        if (fields.size() != FIELDS || !days(fields).equals("* * *")) {
            return Optional.empty();
        }
        return fields.get(HOUR).equals(ANY)
                ? uneven(fields.get(MINUTE), MINUTES_OF_AN_HOUR).map(Duration::ofMinutes)
                : uneven(fields.get(HOUR), HOURS_OF_A_DAY)
                        .filter(hours -> fields.get(MINUTE).matches("\\d+"))
                        .map(Duration::ofHours);
    }

    private static Optional<Integer> uneven(String field, int whole) {
        Matcher step = STEP.matcher(field);
        return step.matches()
                ? Optional.of(Integer.valueOf(step.group(1))).filter(size -> size > 0 && whole % size != 0)
                : Optional.empty();
    }

    /** @throws IllegalArgumentException when there is {@link #trouble} with it */
    static LocalPattern pattern(String expression) {
        List<String> fields = fields(expression);
        NavigableSet<LocalTime> times = new TreeSet<>();
        List<LocalTime> minutes = times(fields.get(MINUTE) + " 0 * * *");
        for (LocalTime hour : times("0 " + fields.get(HOUR) + " * * *")) {
            for (LocalTime minute : minutes) {
                times.add(hour.plusMinutes(minute.getMinute()));
            }
        }
        boolean runsOn = isRepeated(fields.get(MINUTE)) || isRepeated(fields.get(HOUR));
        return new DailyTimes(times, days(days(fields)), runsOn);
    }

    private static boolean isRepeated(String field) {
        return field.contains(ANY) || field.contains("/");
    }

    /** Days that are told by the day of the week alone are so every week: the library need not be asked again. */
    private static DailyTimes.Days days(String dayFields) {
        DailyTimes.Days days = CronDays.of(dayFields);
        return dayFields.startsWith("* * ")
                ? new WeekDays(IntStream.range(0, DayOfWeek.values().length)
                        .mapToObj(LocalDate.EPOCH::plusDays)
                        .filter(days::has)
                        .map(LocalDate::getDayOfWeek)
                        .collect(Collectors.toSet()))
                : days;
    }

    /** The times of one day. */
    private static List<LocalTime> times(String expression) {
        ExecutionTime found = ExecutionTime.forCron(parsed(expression));
        ZonedDateTime midnight = LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC);
        NavigableSet<LocalTime> times = new TreeSet<>();
        Optional<ZonedDateTime> next = found.nextExecution(midnight.minusSeconds(1));
        while (next.isPresent() && next.get().isBefore(midnight.plusDays(1))) {
            times.add(next.get().toLocalTime());
            next = found.nextExecution(next.get());
        }
        return List.copyOf(times);
    }

    private static String days(List<String> fields) {
        return String.join(" ", fields.subList(DAY_OF_MONTH, FIELDS));
    }

    private static List<String> fields(String expression) {
        return expression.isBlank() ? List.of() : List.of(expression.strip().split("\\s+"));
    }

    private static String alone(List<String> fields, int field) {
        List<String> others = new ArrayList<>(Collections.nCopies(FIELDS, ANY));
        others.set(field, fields.get(field));
        return String.join(" ", others);
    }

    private static boolean isReadable(String expression) {
        try {
            parsed(expression);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when the library cannot read it */
    static Cron parsed(String expression) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(expression)
                .validate();
    }
}
