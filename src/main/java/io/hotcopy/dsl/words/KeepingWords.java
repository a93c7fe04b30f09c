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
            @Named(
                            value = "recoveryWindow",
                            text = "how far back every commit that can be restored now stays restorable")
                    Optional<At<Duration>> recoveryWindow,
            @Named(value = "minimum", text = "so many collections stay at least") Optional<At<Integer>> minimum,
            @Named(value = "daily", text = "the last collection of a day stays, for so many days")
                    Optional<At<Integer>> daily,
            @Named(value = "weekly", text = "the last collection of a week stays, for so many weeks")
                    Optional<At<Integer>> weekly,
            @Named(value = "monthly", text = "the last collection of a month stays, for so many months")
                    Optional<At<Integer>> monthly);

    @Describe(
            value = "keeps a set or collection whatever `retain` says, for ever or until a day begins",
            example = "hold '2026-11-22T013000', until: '2027-01-01', because: 'audit'")
    void hold(
            At<String> set,
            @Named(value = "until", text = "the day or instant when it ends; for ever if not said")
                    Optional<At<Until>> until,
            @Named(value = "because", text = "why, for those who want to delete it") At<String> because);
}
