package io.hotcopy.dsl.words;

import io.hotcopy.model.Schedule;
import io.hotcopy.problem.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * The words of a policy that take copies. Each has a schedule, which is exactly one of {@code at}, {@code every} and
 * {@code cron}, or runs only when asked.
 */
public interface RunWords {

    @Once
    @Required
    @Describe(
            value = "takes full hot copies, each a new backup set: at a time of day, every so often, by a cron "
                    + "expression, or without any of these when it is asked to",
            example = {"full at: 'Sun 01:00'", "full every: 1.day, interleaved: true", "full cron: '30 1 * * *'", "full"
            })
    void full(
            SourceSpan place,
            @Named(value = "at", text = "when, on every day or on some days of the week") Optional<At<Schedule.At>> at,
            @Named(value = "every", text = "how long from one to the next") Optional<At<Duration>> every,
            @Named(value = "cron", text = "when, by its five fields") Optional<At<Schedule.Cron>> cron,
            @Named(value = "interleaved", text = "whether the backup groups take turns; false if not said")
                    Optional<At<Boolean>> interleaved);

    @Once
    @Describe(
            value = "takes incremental hot copies, the changes since the one before, into the newest complete set; "
                    + "interleaved lets the backup groups take turns, together one every interval",
            example = {
                "incremental every: 1.hour, interleaved: true",
                "incremental at: '05:30'",
                "incremental cron: '0 */4 * * *'"
            })
    void incremental(
            SourceSpan place,
            @Named(value = "at", text = "when, on every day or on some days of the week") Optional<At<Schedule.At>> at,
            @Named(value = "every", text = "how long from one to the next") Optional<At<Duration>> every,
            @Named(value = "cron", text = "when, by its five fields") Optional<At<Schedule.Cron>> cron,
            @Named(value = "interleaved", text = "whether the backup groups take turns; false if not said")
                    Optional<At<Boolean>> interleaved);

    @Once
    @Describe(
            value = "takes journal hot copies, into the newest set, for restores to any commit",
            example = {
                "journal every: 5.minutes",
                "journal every: 5.minutes, interleaved: true",
                "journal at: '12:00'",
                "journal cron: '*/5 6-22 * * *'"
            })
    void journal(
            SourceSpan place,
            @Named(value = "at", text = "when, on every day or on some days of the week") Optional<At<Schedule.At>> at,
            @Named(value = "every", text = "how long from one to the next") Optional<At<Duration>> every,
            @Named(value = "cron", text = "when, by its five fields") Optional<At<Schedule.Cron>> cron,
            @Named(value = "interleaved", text = "whether the backup groups take turns; false if not said")
                    Optional<At<Boolean>> interleaved);
}
