package io.hotcopy.verb;

import io.hotcopy.engine.Preflight;
import io.hotcopy.engine.PreflightReport;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Horizon;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One request on its way to a plan; planned again when more is known. */
record Planning(Session session, Chosen chosen, BackupRequest request) {

    /** @param at the instant that the plan is for */
    PlanResult plan(Instant at) {
        return plan(at, world());
    }

    /** Looks at what a plan is decided on. */
    KnownWorld world() {
        return KnownWorld.of(session, chosen.declared());
    }

    /**
     * @param at the instant that the plan is for
     * @param world what it is decided on
     */
    PlanResult plan(Instant at, KnownWorld world) {
        LedgerRuns runs = LedgerRuns.of(session, policies(), at, request.occurrence());
        BackupPlan plan =
                Planner.plan(chosen.declared(), asked(), world::facts, world::sets, world.unusable(), runs::of, at);
        List<LineStatus> lines = policies().stream()
                .flatMap(policy -> LineStatus.of(
                        policy,
                        runs.of(policy.protects()),
                        world.facts(policy.protects()),
                        world.sets(policy.protects()),
                        at)
                        .stream())
                .filter(line -> request.group().map(line.backupGroup()::equals).orElse(true))
                .toList();
        PreflightReport report = look(plan);
        return new PlanResult(plan.barring(report.barred()), report, lines, chosen.texts());
    }

    /** The same plan after another look at the disk, for what of it can still be run. */
    PlanResult again(PlanResult plan) {
        PreflightReport report = look(plan.plan().runnable());
        return new PlanResult(
                plan.plan().barring(report.barred()), plan.preflight().and(report), plan.lines(), plan.texts());
    }

    private PreflightReport look(BackupPlan plan) {
        BackupPlan onDisk = session.planned().sets().onDisk(plan);
        return isScheduled() ? Preflight.checkApart(onDisk) : Preflight.check(onDisk);
    }

    /** Whether it is for what the schedule says; else a person asks for something now. */
    boolean isScheduled() {
        return asked().isScheduled();
    }

    /**
     * Every run of the days to come.
     *
     * @throws HotCopyException when the backup group that is asked for is not declared
     */
    Horizon horizon(Instant from, Duration ahead) {
        KnownWorld world = world();
        LedgerRuns runs = LedgerRuns.of(session, policies(), from, request.occurrence());
        return Horizon.of(chosen.declared(), asked(), world::facts, world::sets, runs::of, from, from.plus(ahead));
    }

    private PlanRequest asked() {
        return new PlanRequest(
                chosen.policies(),
                request.group(),
                request.type(),
                request.occurrence(),
                request.pace(),
                request.partial());
    }

    private List<BackupPolicy> policies() {
        return chosen.policies().stream()
                .flatMap(name -> chosen.declared().policy(name).stream())
                .toList();
    }
}
