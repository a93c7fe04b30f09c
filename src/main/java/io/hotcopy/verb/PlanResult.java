package io.hotcopy.verb;

import io.hotcopy.engine.PreflightReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What would be done.
 *
 * @param plan its steps with their reasons, and every rule's finding
 * @param preflight what a look at the disk told
 * @param lines how each line of the policies stands, for each backup group
 * @param texts what the places of the findings point into, by the names of the files
 */
public record PlanResult(
        BackupPlan plan,
        PreflightReport preflight,
        List<LineStatus> lines,
        @ForPeople Map<String, String> texts) implements VerbResult {

    /** Nothing is done. */
    @Override
    public boolean planned() {
        return true;
    }

    /** What the rules and the disk say, errors first. */
    public List<Problem> problems() {
        return Stream.concat(plan.problems().stream(), preflight.problems().stream())
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
    }

    /** The errors that forbid all of it. */
    List<Problem> forbidding() {
        return plan.forbidding(problems());
    }

    /** Whether backup groups of it can be copied, be it that others cannot. */
    boolean canRunApart() {
        return forbidding().isEmpty() && !plan.runnable().steps().isEmpty();
    }

    public boolean hasErrors() {
        return problems().stream().anyMatch(Problem::isError);
    }
}
