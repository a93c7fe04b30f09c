package io.hotcopy.verb;

import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * @throws ProblemsException when the plan cannot be run, or only some backup groups of what the schedule wants can,
     *     once they are copied
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
        Tries tries = new Tries(session, chosen, planning, at);
        if (session.isDryRun()) {
            return dryRun(runner, tries, planning, at);
        }
        PlanResult preview =
                timeout.isPresent() ? tries.runnable(planning.plan(at)) : firstThatCanRun(tries, planning, at);
        if (preview.plan().isSatisfied()) {
            return runner.nothing(preview);
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        Domain domain = PlanRunner.domainOf(chosen);
        return timeout.isPresent()
                ? runner.run(domain, opened -> tries.again(preview), timeout, progress)
                : untilItSucceeds(tries, preview, runner, domain, progress);
    }

    private static BackupResult dryRun(PlanRunner runner, Tries tries, Planning planning, Instant at) {
        KnownWorld world = planning.world();
        PlanResult preview = tries.runnable(planning.plan(at, world));
        return preview.plan().isSatisfied()
                ? runner.nothing(preview)
                : PartialBackup.of(preview, () -> runner.take(preview, world, at));
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

    /** What is to be agreed to: the first plan that can be run, after as many tries as the policy allows. */
    private PlanResult firstThatCanRun(Tries tries, Planning planning, Instant at) {
        PlanResult plan = planning.plan(at);
        while (true) {
            try {
                return tries.runnable(plan);
            } catch (ProblemsException cannot) {
                waitAfter(cannot, tries);
                plan = planning.plan(now());
            }
        }
    }

    private BackupResult untilItSucceeds(
            Tries tries, PlanResult agreed, PlanRunner runner, Domain domain, ProgressListener progress) {
        Optional<PlanResult> first = Optional.of(agreed);
        while (true) {
            try {
                PlanResult plan = first.orElseGet(() -> tries.planned(now()));
                return runner.run(domain, new LastLook(session, tries, domain, plan), Optional.empty(), progress);
            } catch (HotCopyException failed) {
                waitAfter(failed, tries);
                first = Optional.empty();
            }
        }
    }

    /** @throws HotCopyException the failure, when it is to stay one */
    private void waitAfter(HotCopyException failed, Tries tries) {
        Duration pause = tries.pauseAfter(failed);
        session.surroundings()
                .events()
                .accept("the backup failed and is tried again at "
                        + now().plus(pause).truncatedTo(ChronoUnit.SECONDS) + ": " + failed.getMessage());
        Patience.before(pause);
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }
}
