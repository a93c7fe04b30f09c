package io.hotcopy.dsl.words;

import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.problem.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/** The words of a policy that say what it does when things go another way. */
public interface ReactionWords {

    @Once
    @Describe(
            value = "says what to do without a set to append to: take a full instead, or fail, which is the default",
            example = "onNoBaseSet full")
    void onNoBaseSet(SourceSpan place, At<OnNoBaseSet> action);

    @Once
    @Describe(
            value = "says what to do when a SYNC has suspended journal hot copies: take an incremental first, a full "
                    + "instead, or fail, which is the default",
            example = "onJournalSuspended incremental")
    void onJournalSuspended(SourceSpan place, At<OnJournalSuspended> action);

    @Once
    @Describe(
            value = "says what to do when a storage manager of the backup group does not run: run another backup "
                    + "group, which holds the same storage groups, skip, or fail, which is the default",
            example = "onArchiveDown 'west'")
    void onArchiveDown(SourceSpan place, At<OnArchiveDown> action);

    @Once
    @Describe(
            value = "says what to do while another run that may not overlap still runs: wait, which is the default, "
                    + "skip, or fail",
            example = "onOverlap wait")
    void onOverlap(SourceSpan place, At<OnOverlap> action);

    @Once
    @Describe(
            value = "says what to do when a run failed: retry it, at most so many times (1), each so long after the "
                    + "failure (5.minutes), or leave it failed, which is the default",
            example = "onFailure retry, times: 2, after: 5.minutes")
    void onFailure(
            SourceSpan place,
            At<FailureAction> action,
            @Named(value = "times", text = "how often at most; once if not said") Optional<At<Integer>> times,
            @Named(value = "after", text = "how long after the failure; 5.minutes if not said")
                    Optional<At<Duration>> after);

    @Once
    @Describe(
            value = "says what to do when nobody ran it at its time: run once for all that were missed, which is the "
                    + "default, or skip what is missed for longer than a while (15.minutes)",
            example = "onMissed skip, after: 15.minutes")
    void onMissed(
            SourceSpan place,
            At<MissedAction> action,
            @Named(value = "after", text = "how long it may be late and is still run; 15.minutes if not said")
                    Optional<At<Duration>> after);

    @Once
    @Describe(
            value = "says for how long a storage manager that is down is taken to stay down; 24.hours by default",
            example = "outage 24.hours")
    void outage(SourceSpan place, At<Duration> length);
}
