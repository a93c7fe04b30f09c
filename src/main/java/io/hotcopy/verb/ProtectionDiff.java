package io.hotcopy.verb;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.Problem;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ProofRequest;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.Worst;
import io.hotcopy.verb.ProtectionChange.Figure;
import io.hotcopy.verb.ProtectionChange.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an edit does to rpo and rto: the same proof for both sides, without failure and under every single one. What is
 * declared alike on both sides is not proven twice, nor once.
 */
final class ProtectionDiff {

    /** Beyond these nothing new is to be expected, and both sides are to be proven. */
    static final int MOST_DAYS = 30;

    private final Session session;
    private final Instant from;
    private final Duration horizon;

    ProtectionDiff(Session session, Instant from, int days) {
        this.session = session;
        this.from = from;
        this.horizon = Duration.ofDays(days);
    }

    /** @return two changes for each policy that has a schedule on either side and is declared otherwise there */
    List<ProtectionChange> of(Chosen before, Chosen after) {
        Map<String, String> pairs = pairs(before, after);
        pairs.entrySet().removeIf(pair -> isAlike(before, pair.getValue(), after, pair.getKey()));
        Map<String, ProtectionProof> was = proofs(before, Set.copyOf(pairs.values()));
        Map<String, ProtectionProof> is = proofs(after, pairs.keySet());
        return pairs.entrySet().stream()
                .flatMap(pair -> changes(
                        pair.getKey(),
                        Optional.ofNullable(was.get(pair.getValue())),
                        Optional.ofNullable(is.get(pair.getKey()))))
                .toList();
    }

    /** What keeps a side from being proven, since its policies cannot be run at all; empty when nothing does. */
    Optional<Problem> error(Chosen side) {
        return new Proving(session, side).errors().stream().findFirst();
    }

    /** The name before of each name after: the same, or that of the only policy of either side. */
    private static Map<String, String> pairs(Chosen before, Chosen after) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (before.policies().size() == 1 && after.policies().size() == 1) {
            pairs.put(after.policies().get(0), before.policies().get(0));
            return pairs;
        }
        Set<String> names = new LinkedHashSet<>(before.policies());
        names.addAll(after.policies());
        names.forEach(name -> pairs.put(name, name));
        return pairs;
    }

    private static boolean isAlike(Chosen before, String nameBefore, Chosen after, String nameAfter) {
        Optional<BackupPolicy> was = policy(before, nameBefore);
        Optional<BackupPolicy> is = policy(after, nameAfter);
        return was.isPresent()
                && was.equals(is)
                && domain(before.declared(), was.get()).equals(domain(after.declared(), is.get()));
    }

    private static Optional<BackupPolicy> policy(Chosen side, String name) {
        return side.policies().contains(name) ? side.declared().policy(name) : Optional.empty();
    }

    private static Domain domain(Declarations declared, BackupPolicy policy) {
        return declared.domain(policy.protects().domain()).orElseThrow();
    }

    private Map<String, ProtectionProof> proofs(Chosen side, Set<String> wanted) {
        Proving proving = new Proving(session, side);
        List<String> names = proving.scheduled().stream()
                .map(BackupPolicy::name)
                .filter(wanted::contains)
                .toList();
        Map<String, ProtectionProof> proofs = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            proving.proofs(new ProofRequest(names, from, horizon, Optional.empty(), List.of()))
                    .forEach(proof -> proofs.put(proof.policy(), proof));
        }
        return proofs;
    }

    private static Stream<ProtectionChange> changes(
            String policy, Optional<ProtectionProof> before, Optional<ProtectionProof> after) {
        return before.isEmpty() && after.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        ProtectionChange.of(
                                policy, "rpo", before.map(ProtectionDiff::rpo), after.map(ProtectionDiff::rpo)),
                        ProtectionChange.of(
                                policy, "rto", before.map(ProtectionDiff::rto), after.map(ProtectionDiff::rto)));
    }

    private static Level rpo(ProtectionProof proof) {
        return level(proof, proof.objectives().rpo(), ScenarioProof::rpoHolds, scenario -> scenario.whole()
                .rpo());
    }

    private static Level rto(ProtectionProof proof) {
        return level(proof, proof.objectives().rto(), ScenarioProof::rtoHolds, scenario -> scenario.whole()
                .rto());
    }

    private static Level level(
            ProtectionProof proof,
            Optional<Duration> promised,
            Predicate<ScenarioProof> holds,
            Function<ScenarioProof, Worst> figure) {
        Figure calm = worst(proof, scenario -> scenario.failure() instanceof Failure.None, figure)
                .orElseThrow();
        return new Level(
                promised,
                proof.scenarios().stream().allMatch(holds),
                calm,
                worst(proof, scenario -> !(scenario.failure() instanceof Failure.None), figure)
                        .orElse(calm));
    }

    /** Of equals the first. */
    private static Optional<Figure> worst(
            ProtectionProof proof, Predicate<ScenarioProof> which, Function<ScenarioProof, Worst> figure) {
        return proof.scenarios().stream()
                .filter(which)
                .sorted(Comparator.comparing(figure, Comparator.reverseOrder()))
                .findFirst()
                .map(scenario -> new Figure(figure.apply(scenario).time(), FailureText.of(scenario.failure())));
    }
}
