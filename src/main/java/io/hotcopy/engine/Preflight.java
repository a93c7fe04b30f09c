package io.hotcopy.engine;

import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Basis;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be seen of a plan's success by looking: destinations, parents, permissions, free space. Touches nothing.
 * What needs no disk the plan's own rules have judged.
 */
public final class Preflight {

    private Preflight() {}

    /** Looks at everything the plan's steps need. */
    public static PreflightReport check(BackupPlan plan) {
        List<Problem> problems = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            HotCopyStep hotCopy = (HotCopyStep) step;
            for (HotCopyStep.Member member : hotCopy.members()) {
                obstacle(hotCopy, member).ifPresent(problems::add);
            }
        }
        List<String> notChecked = new ArrayList<>(states(plan));
        FreeSpace space = new FreeSpace();
        for (PlanStep step : plan.steps()) {
            HotCopyStep hotCopy = (HotCopyStep) step;
            hotCopy.members().forEach(member -> space.need(member, hotCopy.type()));
        }
        problems.addAll(space.shortages());
        space.notChecked().stream().distinct().forEach(notChecked::add);
        return new PreflightReport(problems, notChecked);
    }

    private static Optional<Problem> obstacle(HotCopyStep step, HotCopyStep.Member member) {
        return switch (step.type()) {
            case FULL, SIMPLE -> Destination.of(member, step.type()).obstacle();
            case INCREMENTAL, JOURNAL -> SetMatch.obstacle(member);
        };
    }

    private static List<String> states(BackupPlan plan) {
        return plan.decidedOn().stream()
                .filter(basis -> !basis.running() && !basis.archives().isEmpty())
                .map(basis -> "state of archive " + archives(basis) + " of " + basis.database()
                        + " not checked: domain not running")
                .distinct()
                .toList();
    }

    private static String archives(Basis basis) {
        return basis.archives().stream().map(archive -> archive.id().toString()).collect(Collectors.joining(", "));
    }
}
