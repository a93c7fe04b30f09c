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
 */
public record BackupPlan(
        Instant decidedAt, List<PlanStep> steps, Pace pace, List<Basis> decidedOn, List<Problem> problems) {

    public BackupPlan {
        steps = List.copyOf(steps);
        decidedOn = List.copyOf(decidedOn);
        problems = List.copyOf(problems);
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
