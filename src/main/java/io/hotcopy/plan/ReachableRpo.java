package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The schedule can keep the recovery point objective: from one run to the next, and until that one has ended, no more
 * time passes than the objective allows (protocol §7). All backup groups together must do so; and, when one of them is
 * down, those that are left should.
 */
final class ReachableRpo implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (BackupPolicy policy : context.policies()) {
            policy.objectives().rpo().ifPresent(rpo -> problems.addAll(findings(context, policy, rpo)));
        }
        return problems;
    }

    private static List<Problem> findings(PlanContext context, BackupPolicy policy, Duration rpo) {
        Optional<Problem> whole = missed(context, policy, policy.backupGroups(), rpo)
                .map(exposure -> context.error(
                        place(policy),
                        exposure.arithmetic() + ": " + cannotHold(rpo, exposure),
                        hint(policy, rpo, exposure)));
        if (whole.isPresent() || policy.backupGroups().size() == 1) {
            return whole.stream().toList();
        }
        return policy.backupGroups().stream()
                .filter(down -> !isStoodInFor(policy, down))
                .flatMap(down -> withoutOne(context, policy, down, rpo).stream())
                .toList();
    }

    /** Another group takes over the runs of one that is down, at their times. */
    private static boolean isStoodInFor(BackupPolicy policy, BackupGroup down) {
        return policy.reactions().onArchiveDown() instanceof OnArchiveDown.Instead other
                && !other.backupGroup().equals(down.name());
    }

    private static Optional<Problem> withoutOne(
            PlanContext context, BackupPolicy policy, BackupGroup down, Duration rpo) {
        List<BackupGroup> left = policy.backupGroups().stream()
                .filter(group -> !group.equals(down))
                .toList();
        return missed(context, policy, left, rpo)
                .map(exposure -> context.warning(
                        place(policy),
                        "while backup group \"" + down.name() + "\" is down, which may be for "
                                + Words.time(policy.outage()) + ", " + exposure.arithmetic() + ": "
                                + cannotHold(rpo, exposure),
                        hint(policy, rpo, exposure),
                        "Or write onArchiveDown '" + left.get(0).name() + "': it takes over the runs of a group that "
                                + "is down, if it covers the same storage groups."));
    }

    private static String cannotHold(Duration rpo, Exposure exposure) {
        return "rpo " + Words.said(rpo) + " cannot hold (" + Words.time(exposure.total()) + ")";
    }

    /** Interleaved runs of each group are as many times further apart as there are groups. */
    private static String hint(BackupPolicy policy, Duration rpo, Exposure exposure) {
        Duration interval = rpo.minus(exposure.takes());
        if (exposure.line().isEmpty() || interval.compareTo(Duration.ofSeconds(1)) < 0) {
            return "Declare a longer rpo: " + Words.said(exposure.total()) + " or more.";
        }
        return "Let " + exposure.line().get().type().word() + " hot copies of "
                + Words.groups(exposure.groups()) + (exposure.groups().size() == 1 ? "" : " together")
                + " begin at most " + Words.time(interval) + " apart, or declare a longer rpo.";
    }

    /** By how much it is missed; empty when it is not, or when nothing is scheduled at all. */
    private static Optional<Exposure> missed(
            PlanContext context, BackupPolicy policy, List<BackupGroup> groups, Duration rpo) {
        PolicyTimes times = context.timesOf(policy);
        Optional<Exposure> best = policy.runs().stream()
                .flatMap(line -> Exposure.of(times, line, groups).stream())
                .min(Comparator.comparing(Exposure::total));
        return best.filter(exposure -> exposure.total().compareTo(rpo) > 0)
                .map(exposure -> Exposure.ofAll(times, groups)
                        .filter(all -> all.total().compareTo(exposure.total()) < 0)
                        .orElse(exposure))
                .filter(exposure -> exposure.total().compareTo(rpo) > 0);
    }

    private static String place(BackupPolicy policy) {
        return PlanContext.pathOf(policy) + "/objectives/rpo";
    }
}
