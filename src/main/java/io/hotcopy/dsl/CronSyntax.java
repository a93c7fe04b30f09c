package io.hotcopy.dsl;

import io.hotcopy.model.Schedule;
import io.hotcopy.timetable.CronText;
import java.time.Duration;
import java.util.Optional;

/** Reads cron expressions, as {@code timetable} understands them. */
final class CronSyntax {
    static final String FORM =
            "a cron expression has five fields, minute, hour, day of month, month, day of week: '30 1 * * *'";

    private CronSyntax() {}

    static Reading read(Value value) {
        if (!(value instanceof Value.Text text)) {
            return Reading.otherKind();
        }
        String expression = text.text().strip().replaceAll("\\s+", " ");
        Optional<String> trouble = CronText.trouble(expression);
        if (trouble.isPresent()) {
            return Reading.faulty(
                    text.shown() + ": " + trouble.get(), "for example: cron: '30 1 * * *', daily at 01:30");
        }
        return CronText.unevenStep(expression)
                .map(step -> uneven(text, step))
                .orElseGet(() -> Reading.fits(new Schedule.Cron(expression)));
    }

    /** A step that does not divide its field ends with a shorter one, which is hardly what anybody means. */
    private static Reading uneven(Value.Text text, Duration step) {
        return Reading.faulty(
                "cron " + text.shown() + " is not every " + Unit.inWords(step) + ": its steps begin again with each "
                        + fieldOf(step),
                "for every " + Unit.inWords(step) + " write every: " + Unit.written(step),
                "if the shorter step at the end is meant, list the values: 0,20,40 instead of */20");
    }

    private static String fieldOf(Duration step) {
        if (step.compareTo(Duration.ofHours(1)) < 0) {
            return "hour";
        }
        return step.compareTo(Duration.ofDays(1)) < 0 ? "day" : "month";
    }
}
