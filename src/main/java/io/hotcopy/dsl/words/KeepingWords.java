package io.hotcopy.dsl.words;

import io.hotcopy.problem.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/** The words of a policy that say which sets must be kept. */
public interface KeepingWords {

    @Once
    @Describe(
            value = "says what must be kept: every commit of a window restorable, so many collections at least, and "
                    + "the last of so many days, weeks, months; any of them",
            example = "retain recoveryWindow: 14.days, minimum: 2, daily: 7, weekly: 4, monthly: 12")
    void retain(
            SourceSpan place,
            @Named("recoveryWindow") Optional<At<Duration>> recoveryWindow,
            @Named("minimum") Optional<At<Integer>> minimum,
            @Named("daily") Optional<At<Integer>> daily,
            @Named("weekly") Optional<At<Integer>> weekly,
            @Named("monthly") Optional<At<Integer>> monthly);

    @Describe(
            value = "keeps a set or collection whatever `retain` says, for ever or until a day begins",
            example = "hold '2026-11-22T013000', until: '2027-01-01', because: 'audit'")
    void hold(At<String> set, @Named("until") Optional<At<Until>> until, @Named("because") At<String> because);
}
