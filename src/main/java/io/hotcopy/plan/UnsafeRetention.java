package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Retention;
import io.hotcopy.model.RunLine;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a policy lets go, it can do without: its recovery window reaches from one full to the next, fulls are taken that
 * let the older ones go, and more than one collection stays.
 */
final class UnsafeRetention implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .flatMap(policy ->
                        policy.retention().stream().flatMap(retention -> findings(context, policy, retention)))
                .toList();
    }

    private static Stream<Problem> findings(PlanContext context, BackupPolicy policy, Retention retention) {
        Optional<RunLine> full =
                policy.run(HotCopyType.FULL).filter(line -> line.schedule().isPresent());
        return Stream.of(
                        full.flatMap(line -> shortWindow(context, policy, retention, line)),
                        full.isPresent() ? Optional.<Problem>empty() : endless(context, policy),
                        lone(context, policy, retention))
                .flatMap(Optional::stream);
    }

    /** The newest full at or before the window's start stays, so a shorter window would say less than is kept. */
    private static Optional<Problem> shortWindow(
            PlanContext context, BackupPolicy policy, Retention retention, RunLine full) {
        Cadence cadence = context.timesOf(policy).cadence();
        for (BackupGroup group : policy.backupGroups()) {
            Duration gap = cadence.longestGap(full, group).orElse(Duration.ZERO);
            if (retention
                    .recoveryWindow()
                    .filter(window -> window.compareTo(gap) < 0)
                    .isPresent()) {
                return Optional.of(context.error(
                        place(policy) + "/recoveryWindow",
                        "the recovery window of "
                                + Words.time(retention.recoveryWindow().get())
                                + " is shorter than the " + Words.time(gap)
                                + " from one full hot copy of backup group \""
                                + group.name() + "\" to the next",
                        "Write recoveryWindow: " + Words.said(gap) + " or more, or take full hot copies more often."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> endless(PlanContext context, BackupPolicy policy) {
        return policy.isScheduled()
                ? Optional.of(context.warning(
                        place(policy),
                        "policy \"" + policy.name() + "\" takes full hot copies only when it is asked to: "
                                + "until then nothing that it appends to a set can be let go",
                        "Write when into its line, such as full at: 'Sun 01:00'."))
                : Optional.empty();
    }

    private static Optional<Problem> lone(PlanContext context, BackupPolicy policy, Retention retention) {
        boolean keepsMore = retention.recoveryWindow().isPresent()
                || Math.max(retention.daily(), Math.max(retention.weekly(), retention.monthly())) > 1;
        return retention.minimum() > 1 || keepsMore
                ? Optional.empty()
                : Optional.of(context.warning(
                        place(policy),
                        "only one collection of each backup group is kept: when it turns out to be damaged, "
                                + "nothing is left",
                        "Write minimum: 2 or more."));
    }

    private static String place(BackupPolicy policy) {
        return PlanContext.pathOf(policy) + "/retain";
    }
}
