package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * What shall be done: decided, not begun. A plan with errors can be shown, not run.
 *
 * @param decidedAt the instant it was made for; directories carry it
 * @param steps in the order in which they are carried out
 * @param pace how fast its hot copies go
 * @param decidedOn what each policy's steps were decided on
 * @param problems every finding of every rule, errors first
 * @param leftOut the runs that are due or asked for and are not carried out, and why
 * @param refused the runs that are due or asked for and cannot be; when there are any, so are errors
 */
public record BackupPlan(
        Instant decidedAt,
        List<PlanStep> steps,
        Pace pace,
        List<Basis> decidedOn,
        List<Problem> problems,
        List<LeftOut> leftOut,
        List<RefusedRuns> refused) {

    public BackupPlan {
        steps = List.copyOf(steps);
        decidedOn = List.copyOf(decidedOn);
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
        refused = List.copyOf(refused);
    }

    /** A plan that leaves nothing out and refuses nothing. */
    public BackupPlan(
            Instant decidedAt, List<PlanStep> steps, Pace pace, List<Basis> decidedOn, List<Problem> problems) {
        this(decidedAt, steps, pace, decidedOn, problems, List.of(), List.of());
    }

    /** The same with only these steps. */
    public BackupPlan with(List<PlanStep> some) {
        return new BackupPlan(decidedAt, some, pace, decidedOn, problems, leftOut, refused);
    }

    /** Whether there is nothing to do, and nothing that forbids it. */
    public boolean isSatisfied() {
        return steps.isEmpty() && errors().isEmpty();
    }

    /** The findings that forbid to run it. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** Whether it has something to do and no finding forbids it. */
    public boolean canRun() {
        return !steps.isEmpty() && errors().isEmpty();
    }
}
