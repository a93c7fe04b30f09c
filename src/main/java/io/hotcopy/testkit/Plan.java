package io.hotcopy.testkit;

import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Conflict;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What would be done at one instant, and why; shows itself with everything that it tells. */
public final class Plan {
    private final BackupPlan plan;
    private final List<Problem> problems;
    private final List<Conflict> conflicts;
    private final Shown shown;

    /** @param problems what the rules say of it, and the disk where there is one */
    Plan(BackupPlan plan, List<Problem> problems, List<Conflict> conflicts, Shown shown) {
        this.plan = plan;
        this.problems = List.copyOf(problems);
        this.conflicts = List.copyOf(conflicts);
        this.shown = shown;
    }

    /** In the order in which they are taken. */
    public List<Step> getSteps() {
        return plan.steps().stream().map(step -> new Step((HotCopyStep) step)).toList();
    }

    /** What keeps steps from beginning now: hot copies that run and that they may not run beside. */
    public List<Clash> getConflicts() {
        return conflicts.stream().map(Clash::new).toList();
    }

    /** Every finding of every rule, errors first. */
    public List<Finding> getProblems() {
        return shown.findings(problems);
    }

    /** The findings that keep it from being run. */
    public List<Finding> getErrors() {
        return shown.findings(errors());
    }

    List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** The runs that are due or asked for and are not taken. */
    public List<LeftOutRun> getLeftOut() {
        return plan.leftOut().stream().map(LeftOutRun::new).toList();
    }

    /** Whether there is nothing to do, and nothing that forbids it. */
    public boolean isSatisfied() {
        return plan.steps().isEmpty() && errors().isEmpty();
    }

    /** Whether a step copies this archive. */
    public boolean touches(ArchiveId archive) {
        return getSteps().stream().anyMatch(step -> step.getArchives().contains(archive));
    }

    /** The instant that it was made for. */
    public Instant getDecidedAt() {
        return plan.decidedAt();
    }

    /** The same as the room plan has it. */
    public BackupPlan backupPlan() {
        return plan;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(PlanPrinter.summary(plan, shown.zone()));
        Stream.of(getSteps(), getLeftOut(), getConflicts(), getProblems())
                .flatMap(List::stream)
                .forEach(part -> text.append('\n').append(part));
        return text.toString();
    }
}
