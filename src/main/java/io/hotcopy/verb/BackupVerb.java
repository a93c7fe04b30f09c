package io.hotcopy.verb;

import io.hotcopy.model.Domain;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code backup}: plans what is due or asked for, shows the plan, and carries it out; when nothing is, it does nothing.
 * A domain that does not run is opened for it and closed again. What overlaps is waited for, and what fails is tried
 * again, as the policies say.
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
     * {@code cancel} ends it. Who does not wait to its end does not wait for other copies either, nor for another try.
     *
     * @param timeout zero to return as soon as it has begun; empty to wait to its end
     */
    public BackupResult run(
            BackupRequest request, Optional<Duration> timeout, Confirmation confirmation, ProgressListener progress) {
        PlanRunner runner = new PlanRunner(session);
        Chosen chosen = new Choice(session).of(request.what());
        Planning planning = new Planning(session, chosen, request);
        Instant at = now();
        requireBegun(request, at);
        KnownWorld world = planning.world();
        PlanResult preview = runnable(planning.plan(at, world), request);
        if (preview.plan().isSatisfied()) {
            return runner.nothing(preview);
        }
        if (session.isDryRun()) {
            return runner.take(preview, world, at);
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        Domain domain = PlanRunner.domainOf(chosen);
        return timeout.isPresent()
                ? runner.run(domain, opened -> preview, timeout, progress)
                : untilItSucceeds(new Tries(session, chosen, planning, at), preview, runner, domain, progress);
    }

    /** A run for an instant is taken at or after it; before, only a plan can tell of it. */
    private void requireBegun(BackupRequest request, Instant at) {
        request.occurrence()
                .filter(at::isBefore)
                .filter(then -> !session.isDryRun())
                .ifPresent(then -> {
                    throw new HotCopyException(
                            "what begins at " + then + " cannot be taken before, and it is "
                                    + at.truncatedTo(ChronoUnit.SECONDS),
                            "plan --for " + then + " shows what will be taken.");
                });
    }

    /** What was to begin by the schedule and cannot be run is a failed run; what a person asks for is a mistake. */
    private PlanResult runnable(PlanResult plan, BackupRequest request) {
        boolean isScheduled = request.type().isEmpty() || request.occurrence().isPresent();
        if (plan.hasErrors() && isScheduled && !session.isDryRun()) {
            String why = plan.problems().stream()
                    .filter(Problem::isError)
                    .map(Problem::message)
                    .findFirst()
                    .orElseThrow();
            new RunEntries(session, plan.plan()).failed(why);
        }
        return PlanRunner.runnable(plan);
    }

    private BackupResult untilItSucceeds(
            Tries tries, PlanResult agreed, PlanRunner runner, Domain domain, ProgressListener progress) {
        PlanResult first = agreed;
        while (true) {
            PlanResult plan = first;
            try {
                return runner.run(
                        domain,
                        opened -> undisturbed(
                                tries, opened ? tries.planned(plan.plan().decidedAt()) : plan),
                        Optional.empty(),
                        progress);
            } catch (HotCopyException failed) {
                Patience.before(tries.pauseAfter(failed));
                first = tries.planned(now());
            }
        }
    }

    /** Waits until nothing is in the way any more; what is true has then changed, so the plan is made again. */
    private PlanResult undisturbed(Tries tries, PlanResult plan) {
        RunningDomain domain = session.requireRunning();
        PlanResult current = plan;
        List<ElementId> inTheWay = inTheWay(domain, current);
        while (!inTheWay.isEmpty()) {
            Patience.untilEnded(domain, inTheWay.get(0));
            current = tries.planned(now());
            inTheWay = inTheWay(domain, current);
        }
        return current;
    }

    private static List<ElementId> inTheWay(RunningDomain domain, PlanResult plan) {
        return Planner.inTheWay(plan.plan(), database -> domain.domain().facts(database));
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }
}
