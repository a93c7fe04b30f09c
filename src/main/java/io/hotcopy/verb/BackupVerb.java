package io.hotcopy.verb;

import io.hotcopy.embedded.StartOptions;
import io.hotcopy.engine.HotCopyHandle;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.RunReport;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code backup}: plans, shows the plan, and carries it out. A domain that does not run is opened for it and closed
 * again.
 */
public final class BackupVerb {
    private final Session session;

    BackupVerb(Session session) {
        this.session = session;
    }

    /**
     * @throws ProblemsException when the plan cannot be run
     * @throws DeclinedException when the plan is not agreed to
     */
    public BackupResult run(BackupRequest request, Confirmation confirmation, ProgressListener progress) {
        return run(request, Optional.empty(), confirmation, progress);
    }

    /**
     * The same, waiting no longer than that; then the backup is left running in the domain, {@code status} shows it and
     * {@code cancel} ends it.
     *
     * @param timeout zero to return as soon as it has begun; empty to wait to its end
     */
    public BackupResult run(
            BackupRequest request, Optional<Duration> timeout, Confirmation confirmation, ProgressListener progress) {
        Chosen chosen = new Choice(session).of(request.what());
        Planning planning = new Planning(session, chosen, request);
        Instant at = session.surroundings().clock().instant();
        PlanResult preview = runnable(planning.plan(at));
        if (session.isDryRun()) {
            return take(preview, KnownWorld.of(session, chosen.declared()), at);
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        Domain domain = domainOf(chosen);
        if (session.running()
                .filter(running -> running.name().equals(domain.name()))
                .isPresent()) {
            return carryOut(preview, session.requireRunning(), timeout, progress);
        }
        refuseToLeave(domain, timeout);
        return openedFor(planning, domain, at, progress);
    }

    private static void refuseToLeave(Domain domain, Optional<Duration> timeout) {
        if (timeout.isPresent()) {
            throw new HotCopyException(
                    "a backup cannot be left running, for domain \"" + domain.name() + "\" is not running here",
                    "start " + domain.name() + " runs it");
        }
    }

    /** What is true of the domain is known only now, so the plan is made and judged again. */
    private BackupResult openedFor(Planning planning, Domain domain, Instant at, ProgressListener progress) {
        session.running().ifPresent(other -> {
            throw new HotCopyException(
                    "domain \"" + other.name() + "\" is running here, and the policy protects one of \"" + domain.name()
                            + "\"",
                    "stop ends it");
        });
        session.start(new StartVerb(session).start(domain, StartOptions.NONE));
        try {
            return carryOut(runnable(planning.plan(at)), session.requireRunning(), Optional.empty(), progress);
        } finally {
            session.stop();
        }
    }

    private BackupResult carryOut(
            PlanResult plan, RunningDomain domain, Optional<Duration> timeout, ProgressListener progress) {
        Leaving heard = new Leaving(progress);
        HotCopyHandle handle = domain.engine().start(plan.plan(), heard);
        Optional<RunReport> report = new CatalogEntries(session, plan.plan()).of(handle, timeout);
        if (report.isEmpty()) {
            heard.leave();
            handle.whenEnded(this::tell);
            return BackupResult.left(plan, handle.status());
        }
        List<String> runs = report.get().hotCopies().stream()
                .filter(hotCopy -> hotCopy.type() != HotCopyType.SIMPLE)
                .map(hotCopy -> hotCopy.run().toString())
                .toList();
        return new BackupResult(plan, report, runs, List.of());
    }

    /** Nobody waits for them: how they ended is told as what happens by itself. */
    private void tell(List<HotCopyStatus> ended) {
        ended.forEach(hotCopy -> session.surroundings()
                .events()
                .accept("hot copy " + hotCopy.id() + " (" + hotCopy.step() + "): " + hotCopy.message()));
    }

    private static PlanResult runnable(PlanResult plan) {
        if (plan.hasErrors()) {
            throw new ProblemsException(plan.problems(), plan.texts());
        }
        return plan;
    }

    private static Domain domainOf(Chosen chosen) {
        List<String> names = chosen.policies().stream()
                .map(policy -> chosen.declared()
                        .policy(policy)
                        .orElseThrow()
                        .protects()
                        .domain())
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw new HotCopyException(
                    "these policies protect databases of several domains: " + String.join(", ", names),
                    "backup POLICY, one after the other");
        }
        return chosen.declared().domain(names.get(0)).orElseThrow();
    }

    /** Remembers what would have been taken, for the later verbs of this dry run. */
    private BackupResult take(PlanResult plan, KnownWorld world, Instant at) {
        List<String> ids = new ArrayList<>();
        for (PlanStep planned : plan.plan().steps()) {
            HotCopyStep step = (HotCopyStep) planned;
            if (step.type() != HotCopyType.SIMPLE) {
                DatabaseName database = step.database();
                PlannedCollection collection =
                        session.planned().sets().take(step, world.facts(database), world.sets(database), at);
                session.planned().take(collection);
                ids.add(collection.id().toString());
            }
        }
        return new BackupResult(plan, Optional.empty(), List.copyOf(ids), List.of());
    }
}
