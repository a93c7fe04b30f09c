package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.Overlap;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.verb.FailureText;
import io.hotcopy.verb.ProveResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What policies keep of their promises; where one does not hold, the counterexample as a picture and in words. */
final class ProofPage {
    private static final int DRAWN = 2;

    private final int width;
    private final Wrapped wrapped;
    private final Lines lines = new Lines();

    private ProofPage(int width) {
        this.width = width;
        this.wrapped = new Wrapped(width);
    }

    /** @param width columns of a line */
    static Lines of(ProveResult result, int width) {
        ProofPage page = new ProofPage(width);
        boolean every = result.asked().isEmpty();
        result.proofs().forEach(proof -> new ProofSummary(proof, every).add(width, page.lines));
        result.unscheduled()
                .forEach(name ->
                        page.wrapped.add(Ink.FAINT, "", name + " has no schedule, so it is not looked at", page.lines));
        result.proofs().forEach(page::policy);
        return page.lines;
    }

    private void policy(ProtectionProof proof) {
        String promises = ProofWords.promises(proof.objectives());
        lines.gap();
        wrapped.add(
                Ink.STRONG,
                "",
                "policy " + proof.policy() + " for " + proof.database() + ": "
                        + (promises.isEmpty() ? "no objectives" : promises),
                lines);
        wrapped.add(
                Ink.FAINT,
                "",
                Words.count(Duration.between(proof.from(), proof.through()).toDays(), "day") + " from "
                        + Figures.at(proof.from(), proof.zone()) + ", times in " + proof.zone(),
                lines);
        lines.gap();
        new ProofTable(proof, width).add(lines);
        counterexamples(proof);
        overlaps(proof);
        assumptions(proof);
    }

    /** That without failure, the worst of the others that do not hold, and how to see more. */
    private void counterexamples(ProtectionProof proof) {
        List<ScenarioProof> broken = proof.scenarios().stream()
                .filter(scenario -> !scenario.story().isEmpty())
                .sorted(Comparator.comparing((ScenarioProof scenario) -> !(scenario.failure() instanceof Failure.None))
                        .thenComparing(ScenarioProof::rpoHolds)
                        .thenComparing(scenario -> scenario.whole().rpo(), Comparator.reverseOrder())
                        .thenComparing(scenario -> scenario.whole().rto(), Comparator.reverseOrder()))
                .toList();
        broken.stream().limit(DRAWN).forEach(scenario -> new Counterexample(proof, scenario, width).add(lines));
        if (broken.size() > DRAWN) {
            String others = broken.stream()
                    .skip(DRAWN)
                    .limit(DRAWN)
                    .map(scenario -> "--fail " + FailureText.of(scenario.failure()))
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
            lines.gap();
            wrapped.add(
                    Ink.FAINT,
                    "",
                    Words.count(broken.size() - (long) DRAWN, "counterexample") + " more; " + others + " draws "
                            + (broken.size() > DRAWN + 1 ? "two of them" : "it"),
                    lines);
        }
    }

    private void overlaps(ProtectionProof proof) {
        if (!proof.overlaps().isEmpty()) {
            lines.gap();
        }
        for (Overlap overlap : proof.overlaps()) {
            String text = "without any failure, " + overlap.type().word() + " hot copies of backup group \""
                    + overlap.backupGroup() + "\" meet " + overlap.running().word() + " ones that still run: "
                    + Words.count(overlap.times(), "time") + ", first "
                    + ProofWords.at(overlap.first(), proof.zone()) + " (onOverlap " + overlap.reaction() + ")";
            wrapped.add(Ink.CAUTION, "warning: ", text, lines);
        }
    }

    private void assumptions(ProtectionProof proof) {
        if (!proof.assumptions().isEmpty()) {
            lines.gap();
        }
        proof.assumptions().forEach(assumed -> wrapped.add(Ink.FAINT, "", "assumed: " + assumed, lines));
    }
}
