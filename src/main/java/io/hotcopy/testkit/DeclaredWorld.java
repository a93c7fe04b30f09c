package io.hotcopy.testkit;

import io.hotcopy.model.Declarations;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A domain of which only the declaration is known: it is taken to run, its copies take the time that they are expected
 * to take, and no disk is looked at.
 */
final class DeclaredWorld implements World {
    private final Declarations declared;
    private final Shown shown;
    private final VirtualClock clock = VirtualClock.standing();
    private final Processes processes;
    private final VirtualRuns runs;

    DeclaredWorld(Declarations declared, Shown shown) {
        this.declared = declared;
        this.shown = shown;
        this.processes = new Processes(declared);
        this.runs = new VirtualRuns(processes);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean hasPast() {
        return runs.haveBegun();
    }

    @Override
    public void passTo(Instant instant) {
        Optional<Chain> ending = runs.nextToEnd(instant);
        while (ending.isPresent()) {
            end(ending.get());
            ending = runs.nextToEnd(instant);
        }
        clock.set(instant);
    }

    private void end(Chain chain) {
        clock.set(chain.end());
        runs.end(chain);
    }

    @Override
    public Plan plan(Asked asked) {
        BackupPlan plan =
                Planner.plan(declared, asked.ofPlanner(), runs::facts, runs::sets, List.of(), runs::past, clock.now());
        return new Plan(plan, plan.problems(), Planner.conflicts(plan, runs::facts), shown);
    }

    @Override
    public Plan backup(Asked asked) {
        Plan plan = runnable(asked);
        while (!inTheWay(plan).isEmpty()) {
            end(runs.nextToEnd(Instant.MAX).orElseThrow());
            plan = runnable(asked);
        }
        Chain chain = runs.begin(plan.backupPlan(), clock.now());
        while (!chain.isEnded()) {
            end(runs.nextToEnd(Instant.MAX).orElseThrow());
        }
        runs.leaveOut(plan.backupPlan(), clock.now());
        return whole(plan);
    }

    @Override
    public Plan begin(Asked asked) {
        Plan plan = runnable(asked);
        if (!inTheWay(plan).isEmpty()) {
            throw new HotCopyException("the plan cannot begin now:\n" + plan);
        }
        runs.begin(plan.backupPlan(), clock.now());
        runs.leaveOut(plan.backupPlan(), clock.now());
        return whole(plan);
    }

    private List<ElementId> inTheWay(Plan plan) {
        return Planner.inTheWay(plan.backupPlan().runnable(), runs::facts);
    }

    /**
     * The plan, when it can be run, or what the schedule wants of some backup groups can be; else its scheduled runs
     * have failed. What a person asks for and cannot be is a mistake.
     */
    private Plan runnable(Asked asked) {
        Plan plan = plan(asked);
        if (plan.errors().isEmpty() || asked.type().isEmpty() && canRunApart(plan.backupPlan())) {
            return plan;
        }
        if (asked.type().isEmpty()) {
            runs.refuse(plan.backupPlan(), plan.errors().get(0).message(), clock.now());
        }
        throw refused("the plan cannot be run", plan);
    }

    private static boolean canRunApart(BackupPlan plan) {
        return plan.forbidding(plan.problems()).isEmpty()
                && !plan.runnable().steps().isEmpty();
    }

    /** The others have been copied: that some backup groups could not be is told after. */
    private Plan whole(Plan plan) {
        if (plan.errors().isEmpty()) {
            return plan;
        }
        throw refused("not all backup groups could be copied", plan);
    }

    private RefusedPolicyException refused(String sentence, Plan plan) {
        return new RefusedPolicyException(sentence, plan.errors(), shown.texts());
    }

    @Override
    public void stop(DatabaseName database, ArchiveId archive) {
        processes.stop(new Processes.Member(database, archive));
        runs.failOfGone(clock.now());
    }

    @Override
    public void start(DatabaseName database, ArchiveId archive) {
        runs.suspend(processes.start(new Processes.Member(database, archive)).stream());
    }

    @Override
    public void cut(String region) {
        processes.cut(region);
        runs.failOfGone(clock.now());
    }

    @Override
    public void heal() {
        runs.suspend(processes.heal().stream());
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        long taken = runs.taken();
        return "declared, " + (taken == 1 ? "1 hot copy" : taken + " hot copies") + " taken";
    }
}
