package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shall be done: decided, not begun. A plan with errors can be shown, and what of it is {@link #runnable()} can be
 * run.
 *
 * @param decidedAt the instant it was made for; directories carry it
 * @param steps in the order in which they are carried out
 * @param pace how fast its hot copies go
 * @param decidedOn what each policy's steps were decided on
 * @param problems every finding of every rule, errors first
 * @param leftOut the runs that are due or asked for and are not carried out, and why
 * @param refused the runs that are due or asked for and cannot be; when there are any, so are errors
 * @param barred the backup groups that cannot be copied and that keep no other from it; none of what a person asks for,
 *     all of which is refused then
 */
public record BackupPlan(
        Instant decidedAt,
        List<PlanStep> steps,
        Pace pace,
        List<Basis> decidedOn,
        List<Problem> problems,
        List<LeftOut> leftOut,
        List<RefusedRuns> refused,
        List<BarredGroup> barred) {

    public BackupPlan {
        steps = List.copyOf(steps);
        decidedOn = List.copyOf(decidedOn);
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
        refused = List.copyOf(refused);
        barred = List.copyOf(barred);
    }

    /** A plan that leaves nothing out and refuses nothing. */
    public BackupPlan(
            Instant decidedAt, List<PlanStep> steps, Pace pace, List<Basis> decidedOn, List<Problem> problems) {
        this(decidedAt, steps, pace, decidedOn, problems, List.of(), List.of(), List.of());
    }

    /** The same with only these steps. */
    public BackupPlan with(List<PlanStep> some) {
        return new BackupPlan(decidedAt, some, pace, decidedOn, problems, leftOut, refused, barred);
    }

    /** The same with these backup groups barred too, or for more reasons. */
    public BackupPlan barring(List<BarredGroup> more) {
        List<BarredGroup> all = new ArrayList<>(barred);
        for (BarredGroup group : more) {
            Optional<BarredGroup> known = barred(group.policy(), group.backupGroup());
            known.ifPresentOrElse(one -> all.set(all.indexOf(one), one.alsoFor(group.errors())), () -> all.add(group));
        }
        return new BackupPlan(decidedAt, steps, pace, decidedOn, problems, leftOut, refused, all);
    }

    /** What of it is carried out when nothing forbids all of it: everything but the barred backup groups. */
    public BackupPlan runnable() {
        return new BackupPlan(
                decidedAt,
                steps.stream().filter(step -> barred(step).isEmpty()).toList(),
                pace,
                decidedOn,
                problems.stream().filter(this::concernsAll).toList(),
                leftOut,
                List.of(),
                List.of());
    }

    /** What bars the backup group of a step; empty when nothing does. */
    public Optional<BarredGroup> barred(PlanStep step) {
        return step instanceof HotCopyStep copy ? barred(copy.policy(), copy.backupGroup()) : Optional.empty();
    }

    /** What bars a backup group; empty when nothing does. */
    public Optional<BarredGroup> barred(String policy, String backupGroup) {
        return barred.stream()
                .filter(group ->
                        group.policy().equals(policy) && group.backupGroup().equals(backupGroup))
                .findFirst();
    }

    /** Those of these findings that forbid all of it: errors that do not only bar a backup group. */
    public List<Problem> forbidding(List<Problem> findings) {
        return findings.stream()
                .filter(Problem::isError)
                .filter(this::concernsAll)
                .toList();
    }

    private boolean concernsAll(Problem problem) {
        return barred.stream().noneMatch(group -> group.errors().contains(problem));
    }

    /** Whether there is nothing to do, and nothing that forbids it. */
    public boolean isSatisfied() {
        return steps.isEmpty() && errors().isEmpty();
    }

    /** The findings that forbid to run it as it is. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** Whether it has something to do and no finding forbids it. */
    public boolean canRun() {
        return !steps.isEmpty() && errors().isEmpty();
    }
}
