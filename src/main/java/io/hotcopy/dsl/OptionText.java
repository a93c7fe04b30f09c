package io.hotcopy.dsl;

import io.hotcopy.model.Schedule;
import io.hotcopy.problem.HotCopyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that the language knows, where they stand in an option of a command: spelled as in a declaration. */
public final class OptionText {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\.([A-Za-z]+)");
    private static final Pattern ALMOST = Pattern.compile("(\\d+(?:\\.\\d+)?)[ .]?([A-Za-z]+)");

    private OptionText() {}

    /**
     * A duration: {@code 24.hours}, {@code 90.minutes}.
     *
     * @throws HotCopyException when it is none
     */
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text.strip());
        Optional<Unit> unit = parts.matches() ? Unit.of(parts.group(2)).filter(Unit::isTime) : Optional.empty();
        if (unit.isEmpty()) {
            throw new HotCopyException("\"" + text + "\" is no duration", hints(text));
        }
        try {
            return unit.get().duration(new BigDecimal(parts.group(1)));
        } catch (ArithmeticException outOfRange) {
            throw new HotCopyException("\"" + text + "\" is too long or too fine", outOfRange);
        }
    }

    private static String[] hints(String text) {
        List<String> hints = new ArrayList<>();
        Matcher parts = ALMOST.matcher(text.strip());
        if (parts.matches()) {
            meant(parts.group(2)).ifPresent(unit -> hints.add("did you mean " + parts.group(1) + "." + unit + "?"));
        }
        hints.add("a duration is a number and a unit: 90.minutes, 24.hours, 2.days");
        return hints.toArray(String[]::new);
    }

    /** The unit of time that is near, or that begins so: {@code h}, {@code min}. */
    private static Optional<String> meant(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        List<String> times = Unit.allWords().stream()
                .filter(unit -> Unit.of(unit).filter(Unit::isTime).isPresent() && unit.endsWith("s"))
                .toList();
        return times.stream().filter(unit -> unit.startsWith(lower)).findFirst().or(() -> Nearest.to(lower, times));
    }

    /**
     * A time of day, with days of the week before it unless every day is meant: {@code Tue 02:00}.
     *
     * @throws HotCopyException when it is none
     */
    public static Schedule.At at(String text) {
        Reading reading = AtText.read(text, "\"" + text + "\"");
        if (reading instanceof Reading.Fits fits) {
            return (Schedule.At) fits.value();
        }
        Reading.Faulty faulty = (Reading.Faulty) reading;
        throw new HotCopyException(faulty.message(), faulty.hints().toArray(String[]::new));
    }
}
