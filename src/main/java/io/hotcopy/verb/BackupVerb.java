package io.hotcopy.verb;

import io.hotcopy.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code backup}: plans what is due or asked for, shows the plan, and carries it out; when nothing is, it does nothing.
 * A domain that does not run is opened for it and closed again.
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
        PlanRunner runner = new PlanRunner(session);
        Chosen chosen = new Choice(session).of(request.what());
        Planning planning = new Planning(session, chosen, request);
        Instant at = session.surroundings().clock().instant();
        PlanResult preview = PlanRunner.runnable(planning.plan(at));
        if (preview.plan().isSatisfied()) {
            return runner.nothing(preview);
        }
        if (session.isDryRun()) {
            return runner.take(preview, KnownWorld.of(session, chosen.declared()), at);
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        return runner.run(
                PlanRunner.domainOf(chosen),
                opened -> opened ? PlanRunner.runnable(planning.plan(at)) : preview,
                timeout,
                progress);
    }
}
