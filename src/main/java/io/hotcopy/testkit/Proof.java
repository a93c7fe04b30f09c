package io.hotcopy.testkit;

import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.Overlap;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a policy keeps of its promises over a span of time, under each failure that was assumed. */
public final class Proof {
    private final ProtectionProof proof;
    private final Shown shown;

    Proof(ProtectionProof proof) {
        this.proof = proof;
        this.shown = new Shown(proof.zone(), Map.of());
    }

    /** Whether every objective holds under every failure. */
    public boolean getHolds() {
        return proof.holds();
    }

    /** The most that may be lost of the whole database, under whichever failure. */
    public ProvenTime rpo() {
        return worst(Scenario::rpo);
    }

    /** The longest that a restore of the whole database may take, under whichever failure. */
    public ProvenTime rto() {
        return worst(Scenario::rto);
    }

    /**
     * The most that may be lost of one storage group, under whichever failure.
     *
     * @throws HotCopyException when the database has none of that name
     */
    public ProvenTime rpo(String storageGroup) {
        return worst(scenario -> scenario.rpo(storageGroup));
    }

    /**
     * The longest that a restore of one storage group may take, under whichever failure.
     *
     * @throws HotCopyException when the database has none of that name
     */
    public ProvenTime rto(String storageGroup) {
        return worst(scenario -> scenario.rto(storageGroup));
    }

    private ProvenTime worst(Function<Scenario, ProvenTime> time) {
        return getScenarios().stream()
                .map(time)
                .max(Comparator.comparing(ProvenTime::worst))
                .orElseThrow();
    }

    /**
     * Whether the database goes on under this failure and every objective holds.
     *
     * @throws HotCopyException when it was not looked at
     */
    public Survival survives(Failure failure) {
        return new Survival(scenario(failure));
    }

    /**
     * What becomes of the promises under this failure.
     *
     * @throws HotCopyException when it was not looked at
     */
    public Scenario scenario(Failure failure) {
        return proof.scenario(failure)
                .map(found -> new Scenario(found, shown))
                .orElseThrow(() -> new HotCopyException("the proof of policy \"" + proof.policy()
                        + "\" has not looked at: " + failure.words() + "; it has looked at: "
                        + proof.scenarios().stream()
                                .map(ScenarioProof::failure)
                                .map(Failure::words)
                                .collect(Collectors.joining("; "))));
    }

    /** One for each failure; the first is without one, unless failures were asked for by name. */
    public List<Scenario> getScenarios() {
        return proof.scenarios().stream()
                .map(scenario -> new Scenario(scenario, shown))
                .toList();
    }

    /** Runs that meet one another without any failure. */
    public List<Overlap> getOverlaps() {
        return proof.overlaps();
    }

    /** What was taken for granted, a sentence each. */
    public List<String> getAssumptions() {
        return proof.assumptions();
    }

    /** The same as the room simulate has it. */
    public ProtectionProof protectionProof() {
        return proof;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("policy \"" + proof.policy() + "\" of " + proof.database() + " "
                + (getHolds() ? "keeps" : "does not keep") + " " + promises() + ", from " + shown.instant(proof.from())
                + " through " + shown.instant(proof.through()));
        getScenarios().forEach(scenario -> text.append('\n').append(scenario));
        proof.overlaps().forEach(overlap -> text.append('\n').append(overlapping(overlap)));
        proof.assumptions().forEach(sentence -> text.append("\nassumed: ").append(sentence));
        return text.toString();
    }

    private String promises() {
        List<String> promised = List.of(
                        proof.objectives().rpo().map(time -> "rpo " + PlanPrinter.time(time)),
                        proof.objectives().rto().map(time -> "rto " + PlanPrinter.time(time)))
                .stream()
                .flatMap(promise -> promise.stream())
                .toList();
        return promised.isEmpty() ? "what it promises, which is nothing" : String.join(" and ", promised);
    }

    private String overlapping(Overlap overlap) {
        return "overlap: " + overlap.type().word() + " of backup group " + overlap.backupGroup() + " meets a running "
                + overlap.running().word() + ", first at " + shown.instant(overlap.first()) + ", " + overlap.times()
                + " times: " + overlap.reaction();
    }
}
