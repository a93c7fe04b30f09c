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
            example = "full at: 'Sun 01:00'")
    void full(
            SourceSpan place,
            @Named("at") Optional<At<Schedule.At>> at,
            @Named("every") Optional<At<Duration>> every,
            @Named("cron") Optional<At<Schedule.Cron>> cron,
            @Named("interleaved") Optional<At<Boolean>> interleaved);

    @Once
    @Describe(
            value = "takes incremental hot copies, the changes since the one before, into the newest complete set; "
                    + "interleaved lets the backup groups take turns, together one every interval",
            example = "incremental every: 1.hour, interleaved: true")
    void incremental(
            SourceSpan place,
            @Named("at") Optional<At<Schedule.At>> at,
            @Named("every") Optional<At<Duration>> every,
            @Named("cron") Optional<At<Schedule.Cron>> cron,
            @Named("interleaved") Optional<At<Boolean>> interleaved);

    @Once
    @Describe(
            value = "takes journal hot copies, into the newest set, for restores to any commit",
            example = "journal every: 5.minutes")
    void journal(
            SourceSpan place,
            @Named("at") Optional<At<Schedule.At>> at,
            @Named("every") Optional<At<Duration>> every,
            @Named("cron") Optional<At<Schedule.Cron>> cron,
            @Named("interleaved") Optional<At<Boolean>> interleaved);
}
