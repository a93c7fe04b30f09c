package io.hotcopy.verb;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.ProofRequest;
import io.hotcopy.simulate.ProtectionProof;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code prove}: plays the schedules of policies in virtual time, and every single failure against them; says how much
 * can be lost and how long a restore can take, and whether that is what they promise. Looks only at what is declared
 * and at the run ledgers, and changes nothing.
 */
public final class ProveVerb {
    private final Session session;

    ProveVerb(Session session) {
        this.session = session;
    }

    /**
     * Proves what policies promise.
     *
     * @throws WrongFailuresException when a failure that is to be assumed cannot be meant
     * @throws ProblemsException when what is declared has errors
     * @throws HotCopyException when there is no such policy, none of them has a schedule, or the number of days or the
     *     outage makes no sense
     */
    public ProveResult run(ProveRequest request) {
        return run(request, ProgressListener.NONE);
    }

    /**
     * The same.
     *
     * @param progress hears how many of the moments have been played at which something may fail
     */
    public ProveResult run(ProveRequest request, ProgressListener progress) {
        DayCount.check("a proof looks", 1, request.days(), "ahead");
        request.outage().ifPresent(ProveVerb::checkOutage);
        Proving proving = new Proving(session, new Choice(session).of(request.what()));
        requireSchedule(proving);
        List<Problem> errors = proving.errors();
        if (!errors.isEmpty()) {
            throw new ProblemsException(errors, proving.chosen().texts());
        }
        return ProveResult.of(request.fail(), proofs(request, proving, progress), proving.unscheduled());
    }

    private static void checkOutage(Duration outage) {
        if (outage.isNegative() || outage.isZero()) {
            throw new HotCopyException("an outage is longer than nothing, not " + outage);
        }
    }

    private static void requireSchedule(Proving proving) {
        if (proving.scheduled().isEmpty()) {
            String names = "\"" + String.join("\", \"", proving.unscheduled()) + "\"";
            throw new HotCopyException(
                    (proving.unscheduled().size() == 1 ? "policy " + names + " has" : "policies " + names + " have")
                            + " no schedule, so there is nothing to prove",
                    "Say when a line runs: full at: 'Sun 01:00', or journal every: 15.minutes.");
        }
    }

    /**
     * All policies are played together, for those of one database may be in each other's way: once, or once for each
     * clock by which the failures are assumed.
     */
    private List<ProtectionProof> proofs(ProveRequest request, Proving proving, ProgressListener progress) {
        Instant from = session.surroundings().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> names =
                proving.scheduled().stream().map(BackupPolicy::name).toList();
        Map<String, List<AssumedFailure>> assumed = assumed(request, proving, from);
        Map<List<AssumedFailure>, List<ProtectionProof>> played = new HashMap<>();
        assumed.values()
                .forEach(failures -> played.computeIfAbsent(
                        failures,
                        asked -> proving.proofs(
                                new ProofRequest(names, from, Duration.ofDays(request.days()), request.outage(), asked),
                                progress)));
        return names.stream()
                .flatMap(name -> played.get(assumed.get(name)).stream()
                        .filter(proof -> proof.policy().equals(name)))
                .toList();
    }

    /** For each policy, as its clock has it. */
    private Map<String, List<AssumedFailure>> assumed(ProveRequest request, Proving proving, Instant from) {
        Instant through = from.plus(Duration.ofDays(request.days()));
        Set<Problem> problems = new LinkedHashSet<>();
        Map<String, List<AssumedFailure>> failures = new LinkedHashMap<>();
        for (BackupPolicy policy : proving.scheduled()) {
            AssumedFailures reading = new AssumedFailures(proving.chosen().declared(), policy, from, through, problems);
            failures.put(policy.name(), reading.read(request.fail()));
        }
        if (!problems.isEmpty()) {
            throw new WrongFailuresException(List.copyOf(problems));
        }
        return failures;
    }
}
