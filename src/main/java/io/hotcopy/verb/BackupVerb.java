package io.hotcopy.verb;

import io.hotcopy.embedded.StartOptions;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
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
        Chosen chosen = new Choice(session).of(request.what());
        Planning planning = new Planning(session, chosen, request);
        Instant at = session.surroundings().clock().instant();
        PlanResult preview = runnable(planning.plan(at));
        if (session.isDryRun()) {
            return take(preview, new KnownWorld(session, chosen.declared()), at);
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        Domain domain = domainOf(chosen);
        if (session.running()
                .filter(running -> running.name().equals(domain.name()))
                .isPresent()) {
            return carryOut(preview, session.requireRunning(), progress);
        }
        return openedFor(planning, domain, at, progress);
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
            return carryOut(runnable(planning.plan(at)), session.requireRunning(), progress);
        } finally {
            session.stop();
        }
    }

    private BackupResult carryOut(PlanResult plan, RunningDomain domain, ProgressListener progress) {
        VerbSurroundings around = session.surroundings();
        RunReport report = new HotCopyEngine(domain.domain(), EngineOptions.DEFAULT, around.clock(), around.random())
                .run(plan.plan(), progress);
        List<String> runs = report.hotCopies().stream()
                .filter(hotCopy -> hotCopy.type() != HotCopyType.SIMPLE)
                .map(hotCopy -> hotCopy.run().toString())
                .toList();
        return new BackupResult(plan, Optional.of(report), runs);
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
        return new BackupResult(plan, Optional.empty(), List.copyOf(ids));
    }
}
