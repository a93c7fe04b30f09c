package io.hotcopy.dsl;

import io.hotcopy.model.Schedule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a time of day, with the days of the week before it when it is not every day: {@code Mon-Fri,Sun 01:00}. */
final class AtText {
    static final String FORM =
            "a time of day is '01:00' for every day, or 'Sun 01:00', 'Mon,Thu 01:00', 'Mon-Fri 01:00' for some days";

    private static final List<String> DAYS =
            Stream.of(DayOfWeek.values()).map(AtText::word).toList();

    private final String shown;
    private Optional<Reading> fault = Optional.empty();

    private AtText(String shown) {
        this.shown = shown;
    }

    static Reading read(Value value) {
        return value instanceof Value.Text text ? read(text.text(), text.shown()) : Reading.otherKind();
    }

    /** @param shown how messages show the text */
    static Reading read(String text, String shown) {
        return new AtText(shown).read(text.strip());
    }

    /** The day as it is written: {@code Sun}. */
    static String word(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** As it is written: {@code Mon-Fri 01:00}. */
    static String written(Schedule.At at) {
        if (at.days().size() == DAYS.size()) {
            return at.time().toString();
        }
        List<String> parts = new ArrayList<>();
        List<DayOfWeek> days = List.copyOf(at.days());
        for (int first = 0; first < days.size(); ) {
            int last = first;
            while (last + 1 < days.size()
                    && days.get(last + 1) == days.get(last).plus(1)) {
                last++;
            }
            String separator = last - first > 1 ? "-" : ",";
            parts.add(word(days.get(first)) + (last > first ? separator + word(days.get(last)) : ""));
            first = last + 1;
        }
        return String.join(",", parts) + " " + at.time();
    }

    private Reading read(String text) {
        int blank = text.lastIndexOf(' ');
        Optional<LocalTime> time = time(text.substring(blank + 1));
        Set<DayOfWeek> days = blank < 0
                ? EnumSet.allOf(DayOfWeek.class)
                : days(text.substring(0, blank).split(",", -1));
        return fault.orElseGet(() -> Reading.fits(Schedule.At.on(days, time.orElseThrow())));
    }

    private Optional<LocalTime> time(String text) {
        if (!text.matches("\\d\\d:\\d\\d")) {
            Optional<String> meant = text.matches("\\d:\\d\\d") ? Optional.of("0" + text) : Optional.empty();
            fault(
                    shown + " does not end with a time of day",
                    meant.map(time -> "did you mean '" + time + "'?").orElse(FORM));
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException wrong) {
            fault(shown + ": there is no " + text + " in a day", "times of day go from 00:00 to 23:59");
            return Optional.empty();
        }
    }

    private Set<DayOfWeek> days(String[] parts) {
        List<DayOfWeek> all = new ArrayList<>();
        for (String part : parts) {
            all.addAll(range(part.strip().split("-", -1)));
        }
        all.stream()
                .filter(day -> all.indexOf(day) != all.lastIndexOf(day))
                .findFirst()
                .ifPresent(day -> fault(shown + " names " + word(day) + " twice", "name each day once"));
        return all.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(all);
    }

    /** One day, or those from the first to the last; a week goes round. */
    private List<DayOfWeek> range(String[] ends) {
        List<DayOfWeek> days = Stream.of(ends).flatMap(end -> day(end).stream()).toList();
        if (ends.length > 2) {
            fault(shown + " has a range of days with more than two ends", FORM);
        }
        if (ends.length == 1 || days.size() < 2) {
            return days;
        }
        List<DayOfWeek> range = new ArrayList<>();
        for (DayOfWeek day = days.get(0); day != days.get(1); day = day.plus(1)) {
            range.add(day);
        }
        range.add(days.get(1));
        return range;
    }

    private Optional<DayOfWeek> day(String text) {
        int index = DAYS.indexOf(text);
        if (index < 0) {
            List<String> hints = new ArrayList<>();
            meant(text).ifPresent(day -> hints.add("did you mean " + day + "?"));
            hints.add("days: " + String.join(", ", DAYS));
            fault("unknown day \"" + text + "\" in " + shown, hints.toArray(String[]::new));
            return Optional.empty();
        }
        return Optional.of(DayOfWeek.of(index + 1));
    }

    /** The day of a longer name, {@code Sunday}, or the nearest one, of those that begin alike if there are such. */
    private static Optional<String> meant(String text) {
        List<String> alike = DAYS.stream()
                .filter(day -> !text.isEmpty() && text.substring(0, 1).equalsIgnoreCase(day.substring(0, 1)))
                .toList();
        return DAYS.stream()
                .filter(day -> text.length() > 3 && text.substring(0, 3).equalsIgnoreCase(day))
                .findFirst()
                .or(() -> Nearest.to(text, alike))
                .or(() -> Nearest.to(text, DAYS));
    }

    /** The first fault counts. */
    private void fault(String message, String... hints) {
        if (fault.isEmpty()) {
            fault = Optional.of(Reading.faulty(message, hints));
        }
    }
}
