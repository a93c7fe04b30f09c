package io.hotcopy.engine;

import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Basis;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
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
        plan.steps().stream()
                .flatMap(step -> ((HotCopyStep) step).members().stream())
                .map(Destination::of)
                .forEach(destination -> destination.obstacle().ifPresent(problems::add));
        List<String> notChecked = new ArrayList<>(states(plan));
        FreeSpace space = new FreeSpace();
        for (PlanStep step : plan.steps()) {
            ((HotCopyStep) step).members().forEach(space::need);
        }
        problems.addAll(space.shortages());
        notChecked.addAll(space.notChecked());
        return new PreflightReport(problems, notChecked);
    }

    private static List<String> states(BackupPlan plan) {
        return plan.decidedOn().stream()
                .filter(basis -> !basis.running())
                .map(basis -> "state of archive " + archives(basis) + " of " + basis.database()
                        + " not checked: domain not running")
                .distinct()
                .toList();
    }

    private static String archives(Basis basis) {
        return basis.archives().stream().map(archive -> archive.id().toString()).collect(Collectors.joining(", "));
    }
}
