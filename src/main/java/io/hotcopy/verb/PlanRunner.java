package io.hotcopy.verb;

import io.hotcopy.embedded.StartOptions;
import io.hotcopy.engine.RunReport;
import io.hotcopy.live.LiveCopies.CarriedOut;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.RunEntries;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlanStep;
import io.hotcopy.plan.PlannedCollection;
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
 * Carries plans out, those that {@code backup} has made and those that {@code apply} has read: in the domain that runs
 * here, or in one that is opened for it and closed again.
 */
final class PlanRunner {
    private final Session session;

    /** Says at the last moment, when the domain runs, what is carried out; what it throws ends all. */
    @FunctionalInterface
    interface LastWord {

        /**
         * The plan to carry out, which has been agreed to.
         *
         * @param opened whether the domain had to be opened: what is true of it is known only now
         */
        PlanResult plan(boolean opened);

        /** Hears that the domain could not be opened, so that nothing is carried out. */
        default void cannotOpen(HotCopyException why) {}
    }

    PlanRunner(Session session) {
        this.session = session;
    }

    /**
     * Runs a plan that has been agreed to.
     *
     * @param domain the domain of its databases
     * @param timeout as {@link BackupVerb#run} takes it
     */
    BackupResult run(Domain domain, LastWord last, Optional<Duration> timeout, ProgressListener progress) {
        Optional<LiveDomain> running = session.running(domain);
        if (running.isPresent()) {
            return carryOut(last.plan(false), running.get(), timeout, progress);
        }
        refuseToLeave(domain, timeout);
        return openedFor(domain, last, progress);
    }

    /** @throws ProblemsException when it has errors */
    static PlanResult runnable(PlanResult plan) {
        if (plan.hasErrors()) {
            throw new ProblemsException(plan.problems(), plan.texts());
        }
        return plan;
    }

    /** The domain of the databases that these policies protect. */
    static Domain domainOf(Chosen chosen) {
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

    private static void refuseToLeave(Domain domain, Optional<Duration> timeout) {
        if (timeout.isPresent()) {
            throw new HotCopyException(
                    "a backup cannot be left running, for domain \"" + domain.name() + "\" is not running here",
                    "start " + domain.name() + " runs it");
        }
    }

    private BackupResult openedFor(Domain domain, LastWord last, ProgressListener progress) {
        session.runningHere().ifPresent(other -> {
            throw new HotCopyException(
                    "domain \"" + other.name() + "\" is running here, and the policy protects one of \"" + domain.name()
                            + "\"",
                    "stop ends it");
        });
        open(domain, last);
        try {
            return carryOut(last.plan(true), session.requireRunning(), Optional.empty(), progress);
        } finally {
            session.stop();
        }
    }

    private void open(Domain domain, LastWord last) {
        try {
            session.start(new StartVerb(session).start(domain, StartOptions.NONE));
        } catch (HotCopyException refused) {
            last.cannotOpen(refused);
            throw refused;
        }
    }

    private BackupResult carryOut(
            PlanResult plan, LiveDomain domain, Optional<Duration> timeout, ProgressListener progress) {
        if (plan.plan().runnable().steps().isEmpty()) {
            return nothing(plan);
        }
        return PartialBackup.of(plan, () -> {
            CarriedOut carried = domain.copies().carryOut(plan.plan(), timeout, progress);
            return carried.report()
                    .map(done -> session.made(done(plan, done)))
                    .orElseGet(() -> BackupResult.left(plan, carried.left()));
        });
    }

    private static BackupResult done(PlanResult plan, RunReport report) {
        List<String> runs = report.hotCopies().stream()
                .filter(hotCopy -> hotCopy.type() != HotCopyType.SIMPLE)
                .map(hotCopy -> hotCopy.run().toString())
                .toList();
        return new BackupResult(plan, Optional.of(report), runs, List.of());
    }

    /** Nothing is to be done but to remember what was left out. */
    BackupResult nothing(PlanResult plan) {
        if (!session.isDryRun()) {
            new RunEntries(session.runBook(), plan.plan()).ended(List.of());
        }
        return new BackupResult(plan, Optional.of(new RunReport(List.of())), List.of(), List.of());
    }

    /**
     * Remembers what would have been taken, for the later verbs of this dry run.
     *
     * @param world as it was planned in
     */
    BackupResult take(PlanResult plan, KnownWorld world, Instant at) {
        List<String> ids = new ArrayList<>();
        for (PlanStep planned : plan.plan().runnable().steps()) {
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
