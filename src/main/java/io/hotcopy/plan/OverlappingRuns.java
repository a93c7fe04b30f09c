package io.hotcopy.plan;

import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * By estimate, a run has ended when the next one of the same backup group begins that may not run beside it (M21–M26).
 */
final class OverlappingRuns implements Rule {
    private static final ElementId RUN = new ElementId(new UUID(0, 0));
    private static final SetId PREVIOUS = new SetId(new UUID(0, 1));
    private static final SetId NEWEST = new SetId(new UUID(0, 2));
    private static final SetId NEXT = new SetId(new UUID(0, 3));

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (BackupPolicy policy : context.policies()) {
            for (RunLine earlier : policy.runs()) {
                policy.runs().stream()
                        .filter(later -> mayNotRunBeside(later.type(), earlier.type()))
                        .flatMap(later -> policy.backupGroups().stream()
                                .flatMap(group -> finding(context, policy, group, earlier, later).stream())
                                .limit(1))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> finding(
            PlanContext context, BackupPolicy policy, BackupGroup group, RunLine earlier, RunLine later) {
        PolicyTimes times = context.timesOf(policy);
        Duration takes = times.takes(earlier, List.of(group));
        Optional<Duration> gap = times.cadence().shortestGap(earlier, later, group);
        boolean overlap = gap.isPresent() && takes.compareTo(gap.get()) > 0;
        return overlap
                ? Optional.of(context.warning(
                        PlanContext.pathOf(policy) + "/" + later.type().word(),
                        message(group, earlier, later, takes, gap.get()),
                        "onOverlap " + policy.reactions().onOverlap().word() + ": " + consequence(policy, later) + ".",
                        "Let them begin less often; or declare a greater copyRate, if copies are faster."))
                : Optional.empty();
    }

    private static String message(BackupGroup group, RunLine earlier, RunLine later, Duration takes, Duration gap) {
        String next = earlier.equals(later)
                ? "the next one begins after " + Words.time(gap)
                : "the next " + later.type().word() + " hot copy begins after " + Words.time(gap)
                        + " and may not run beside it";
        return "a" + (earlier.type() == HotCopyType.INCREMENTAL ? "n " : " ")
                + earlier.type().word()
                + " hot copy of backup group \"" + group.name() + "\" takes about " + Words.time(takes) + ", and "
                + next;
    }

    private static String consequence(BackupPolicy policy, RunLine later) {
        String runs = later.type().word() + " hot copies";
        return switch (policy.reactions().onOverlap()) {
            case WAIT -> runs + " wait for one another, and fewer are taken than the schedule says";
            case SKIP -> runs + " are left out while one is running";
            case FAIL -> runs + " fail while one is running";
        };
    }

    /**
     * Asked of those who decide it when the copy begins, for the set that each would write into: while a full makes the
     * newest one, incrementals go on in the one before (M25).
     */
    private static boolean mayNotRunBeside(HotCopyType type, HotCopyType running) {
        Optional<SetId> set =
                switch (type) {
                    case SIMPLE -> Optional.empty();
                    case FULL -> Optional.of(NEXT);
                    case JOURNAL -> Optional.of(NEWEST);
                    case INCREMENTAL -> Optional.of(running == HotCopyType.FULL ? PREVIOUS : NEWEST);
                };
        Optional<SetId> filled = running == HotCopyType.SIMPLE ? Optional.empty() : Optional.of(NEWEST);
        return ConcurrencyRules.refusal(
                        List.of(new RunningCopy(RUN, running, filled, true)),
                        Optional.of(NEWEST),
                        new CopyRequest(RUN, type, set))
                .isPresent();
    }
}
