package io.hotcopy.simulate;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.PastRun;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays a schedule in virtual time, and every single failure against it. */
public final class Simulator {

    /** The first copies of all take their time. */
    private static final Duration SETTLING = Duration.ofDays(1);

    private Simulator() {}

    /**
     * Proves what policies promise.
     *
     * @param declared what is declared, without errors
     * @param request what is to be proven
     * @param runs gives what the run ledger knows of a database's domain, for how long copies take and how big they
     *     are; where it knows nothing, what is declared counts
     * @return one for each policy, in the order asked for
     * @throws io.hotcopy.problem.HotCopyException when the request names what is not declared
     */
    public static List<ProtectionProof> prove(
            Declarations declared, ProofRequest request, Function<DatabaseName, List<PastRun>> runs) {
        return prove(declared, request, runs, Counting.NONE);
    }

    /**
     * The same.
     *
     * @param counting hears how far it is
     */
    public static List<ProtectionProof> prove(
            Declarations declared,
            ProofRequest request,
            Function<DatabaseName, List<PastRun>> runs,
            Counting counting) {
        List<BackupPolicy> policies = chosen(declared, request);
        Map<DatabaseName, List<BackupPolicy>> byDatabase = policies.stream()
                .collect(Collectors.groupingBy(BackupPolicy::protects, LinkedHashMap::new, Collectors.toList()));
        Map<String, ProtectionProof> proofs = new HashMap<>();
        byDatabase.forEach((database, own) -> {
            Domain domain = declared.domain(database.domain()).orElseThrow();
            Layout layout = Layout.of(domain, declared.database(database).orElseThrow(), own);
            prove(layout, request, runs.apply(database), (done, total) -> counting.played(database, done, total))
                    .forEach(proof -> proofs.put(proof.policy(), proof));
        });
        return policies.stream().map(policy -> proofs.get(policy.name())).toList();
    }

    private static List<BackupPolicy> chosen(Declarations declared, ProofRequest request) {
        if (request.policies().isEmpty()) {
            return declared.policies().stream()
                    .filter(BackupPolicy::isScheduled)
                    .toList();
        }
        return request.policies().stream()
                .map(name -> declared.policy(name)
                        .orElseThrow(() -> new HotCopyException(
                                "no policy \"" + name + "\" is declared", "show policies tells which are.")))
                .toList();
    }

    /** Plays the schedule, finds the worst moment of every failure, and tells what was measured. */
    private static List<ProtectionProof> prove(
            Layout layout, ProofRequest request, List<PastRun> past, Search.Played played) {
        Search.Span span = span(layout, request);
        Agenda agenda = Agenda.of(layout, Instant.ofEpochMilli(span.begin()), request.through());
        Stage stage = Stage.of(layout, CopyTimes.of(layout, past), agenda);
        Baseline baseline = Baseline.play(stage, measures(stage, span), span);
        Restores.Longest longest = new Restores(stage, Optional.empty())
                .longerThan(Restores.Longest.NONE, baseline.measures())
                .orElse(Restores.Longest.NONE);
        List<Trial> trials = Trials.of(stage, span, baseline, longest, request);
        new Search(stage, span, baseline, trials, played).run();
        boolean withoutFailure = request.failures().isEmpty()
                || request.failures().stream().anyMatch(assumed -> assumed.failure() instanceof Failure.None);
        List<ProtectionProof> proofs = new ArrayList<>();
        for (int policy = 0; policy < layout.policies().size(); policy++) {
            proofs.add(new Proofs(stage, span, baseline, longest, policy).of(trials, withoutFailure));
        }
        return proofs;
    }

    private static Measures measures(Stage stage, Search.Span span) {
        return new Measures(
                new Log(),
                new LossWatch(stage.layout(), span.from(), span.through(), Optional.empty()),
                new RestoreWatch(stage, span.from(), span.through(), Optional.empty()));
    }

    /** The schedule has been kept from one full to the next before measuring begins. */
    private static Search.Span span(Layout layout, ProofRequest request) {
        Duration warm = layout.policies().stream()
                .flatMap(policy -> gaps(policy, Timetable.of(policy)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(SETTLING);
        return new Search.Span(
                request.from().minus(warm).toEpochMilli(),
                request.from().toEpochMilli(),
                request.through().toEpochMilli());
    }

    private static Stream<Duration> gaps(BackupPolicy policy, Timetable times) {
        return policy.runs().stream().flatMap(line -> policy.backupGroups().stream()
                .flatMap(group -> times.longestGap(line, group).stream()));
    }
}
