package io.hotcopy.engine;

import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.BarredGroup;
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
        return check(plan, false);
    }

    /**
     * The same for a plan whose backup groups are copied although others cannot be: says which ones cannot, and asks no
     * space for them.
     */
    public static PreflightReport checkApart(BackupPlan plan) {
        return check(plan, true);
    }

    private static PreflightReport check(BackupPlan plan, boolean apart) {
        List<Problem> problems = new ArrayList<>();
        List<BarredGroup> barred = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            List<Problem> obstacles = obstacles((HotCopyStep) step);
            problems.addAll(obstacles);
            barred.addAll(barred((HotCopyStep) step, obstacles));
        }
        FreeSpace space = new FreeSpace();
        BackupPlan needing = apart ? plan.barring(barred).runnable() : plan;
        needing.steps().forEach(step -> space.need((HotCopyStep) step));
        for (FreeSpace.Shortage shortage : space.shortages()) {
            problems.add(shortage.problem());
            shortage.lone().ifPresent(step -> barred.addAll(barred(step, List.of(shortage.problem()))));
        }
        List<String> notChecked = new ArrayList<>(states(plan));
        space.notChecked().stream().distinct().forEach(notChecked::add);
        return new PreflightReport(problems, notChecked, apart ? barred : List.of());
    }

    private static List<BarredGroup> barred(HotCopyStep step, List<Problem> obstacles) {
        return obstacles.isEmpty() ? List.of() : List.of(new BarredGroup(step.policy(), step.backupGroup(), obstacles));
    }

    private static List<Problem> obstacles(HotCopyStep step) {
        return step.members().stream()
                .flatMap(member -> obstacle(step, member).stream())
                .toList();
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
