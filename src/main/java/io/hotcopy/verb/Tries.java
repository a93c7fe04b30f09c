package io.hotcopy.verb;

import io.hotcopy.engine.HotCopyFailedException;
import io.hotcopy.live.RunEntries;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnFailure;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PastRun;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.problem.HotCopyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a backup that failed is tried again, when, and what is left of it: by the ledger of its tries. */
final class Tries {
    private final Session session;
    private final Chosen chosen;
    private final Planning planning;
    private final Instant begun;
    private int tries;

    /** @param begun when the backup began */
    Tries(Session session, Chosen chosen, Planning planning, Instant begun) {
        this.session = session;
        this.chosen = chosen;
        this.planning = planning;
        this.begun = begun;
    }

    /**
     * How long to wait before the next try.
     *
     * @throws HotCopyException the failure, when it is to stay one
     */
    Duration pauseAfter(HotCopyException failed) {
        Optional<OnFailure.Retry> reaction = isCancelled(failed) ? Optional.empty() : reaction();
        tries++;
        return reaction.filter(retry -> tries <= retry.times())
                .map(OnFailure.Retry::after)
                .orElseThrow(() -> failed);
    }

    /** Whether somebody ended it, so that it is not to be tried again. */
    static boolean isCancelled(HotCopyException failed) {
        return failed.getCause() instanceof InterruptedException
                || failed instanceof HotCopyFailedException known && known.cancelled();
    }

    /** That of the policy whose run has failed last; what never became a run is not tried again. */
    private Optional<OnFailure.Retry> reaction() {
        return runs().stream()
                .filter(run -> run.outcome() == PastRun.Outcome.FAILED)
                .reduce((earlier, later) -> later)
                .flatMap(run -> chosen.declared().policy(run.policy()))
                .map(policy -> policy.reactions().onFailure())
                .filter(OnFailure.Retry.class::isInstance)
                .map(OnFailure.Retry.class::cast);
    }

    /**
     * The plan for a try, without what earlier ones have done.
     *
     * @throws ProblemsException when it cannot be run
     */
    PlanResult planned(Instant at) {
        return runnable(remaining(planning.plan(at)));
    }

    /**
     * What has been agreed to, after another look at what may have changed since: a disk.
     *
     * @throws ProblemsException when nothing of it can be run any more
     */
    PlanResult again(PlanResult agreed) {
        return planning.isScheduled() ? runnable(planning.again(agreed)) : agreed;
    }

    /**
     * The plan, when it can be run, or what the schedule wants of some backup groups can be; else its scheduled runs
     * have failed.
     *
     * @throws ProblemsException when nothing of it can be run
     */
    PlanResult runnable(PlanResult plan) {
        if (plan.canRunApart()) {
            return plan;
        }
        if (plan.hasErrors()) {
            plan.forbidding().stream()
                    .findFirst()
                    .ifPresentOrElse(
                            error -> cannotRun(plan, error.message()), () -> enter(plan, RunEntries::nothingCanBe));
        }
        return PlanRunner.runnable(plan);
    }

    void cannotRun(PlanResult plan, String why) {
        enter(plan, entries -> entries.failed(why));
    }

    /** What was to begin by the schedule and cannot is a failed run; what a person asks for is a mistake. */
    private void enter(PlanResult plan, Consumer<RunEntries> failing) {
        if (planning.isScheduled() && !session.isDryRun()) {
            failing.accept(new RunEntries(session.runBook(), plan.plan()));
        }
    }

    /** The plan without what earlier tries have done. */
    private PlanResult remaining(PlanResult plan) {
        BackupPlan all = plan.plan();
        List<PastRun> past = runs();
        List<PlanStep> steps = all.steps().stream()
                .filter(step -> !isDone((HotCopyStep) step, past))
                .toList();
        return new PlanResult(all.with(steps), plan.preflight(), plan.lines(), plan.texts());
    }

    private static boolean isDone(HotCopyStep step, List<PastRun> past) {
        return past.stream()
                .anyMatch(run -> run.succeeded()
                        && run.policy().equals(step.policy())
                        && run.backupGroup().equals(step.backupGroup())
                        && run.type() == step.type());
    }

    /** Those of this backup. */
    private List<PastRun> runs() {
        return chosen.policies().stream()
                .flatMap(name -> chosen.declared().policy(name).stream())
                .map(BackupPolicy::protects)
                .distinct()
                .flatMap(database -> session.runBook().ledger(database.domain()).since(begun).stream()
                        .filter(run -> run.database().equals(database)))
                .filter(run -> !run.began().isBefore(begun))
                .toList();
    }
}
