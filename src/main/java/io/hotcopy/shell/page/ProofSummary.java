package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.Worst;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a proof comes to, in a sentence. */
final class ProofSummary {
    private static final int NAMED = 3;

    private final ProtectionProof proof;
    private final boolean everyFailure;

    /** @param everyFailure whether none was asked for by name */
    ProofSummary(ProtectionProof proof, boolean everyFailure) {
        this.proof = proof;
        this.everyFailure = everyFailure;
    }

    void add(int width, Lines lines) {
        Ink ink = proof.holds() ? Ink.GOOD : Ink.BAD;
        new Wrapped(width).add(promisesNothing() ? Ink.PLAIN : ink, "", sentence(), lines);
        List<Failure> stopping = those(scenario -> scenario.stops().isPresent());
        if (!stopping.isEmpty()) {
            new Wrapped(width).add(Ink.CAUTION, "", "the database stops " + under(stopping), lines);
        }
    }

    private boolean promisesNothing() {
        return proof.objectives().rpo().isEmpty() && proof.objectives().rto().isEmpty();
    }

    private String sentence() {
        if (promisesNothing()) {
            return proof.policy() + " promises neither rpo nor rto: at worst, rpo "
                    + worst(found -> found.whole().rpo())
                    + " and rto " + worst(found -> found.whole().rto());
        }
        if (proof.holds()) {
            return proof.policy() + " keeps " + ProofWords.promises(proof.objectives()) + " " + underAll();
        }
        return proof.policy() + " does not keep "
                + List.of(
                                broken("rpo", proof.objectives().rpo(), scenario -> !scenario.rpoHolds()),
                                broken("rto", proof.objectives().rto(), scenario -> !scenario.rtoHolds()))
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", nor "));
    }

    private String underAll() {
        return everyFailure ? "under every single failure" : under(those(scenario -> true));
    }

    private Optional<String> broken(String what, Optional<Duration> promised, Predicate<ScenarioProof> breaks) {
        List<Failure> failures = those(breaks);
        return promised.filter(most -> !failures.isEmpty())
                .map(most -> what + " " + ProofWords.time(most) + " "
                        + (failures.contains(new Failure.None()) ? "even without failure" : under(failures)));
    }

    private List<Failure> those(Predicate<ScenarioProof> which) {
        return proof.scenarios().stream()
                .filter(which)
                .map(ScenarioProof::failure)
                .toList();
    }

    /** {@code under sm 0 down, sm 1 down, region east lost and 2 more}. */
    private static String under(List<Failure> failures) {
        String named = failures.stream().limit(NAMED).map(ProofWords::failure).collect(Collectors.joining(", "));
        return (failures.contains(new Failure.None()) ? "with " : "under ")
                + named
                + (failures.size() > NAMED ? " and " + (failures.size() - NAMED) + " more" : "");
    }

    private String worst(Function<ScenarioProof, Worst> figure) {
        return proof.scenarios().stream()
                .max(Comparator.comparing(figure))
                .map(scenario ->
                        ProofWords.time(figure.apply(scenario)) + " (" + ProofWords.failure(scenario.failure()) + ")")
                .orElse("unknown");
    }
}
