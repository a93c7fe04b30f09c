package io.hotcopy.testkit;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.simulate.Exposed;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a policy's promises under one failure. */
public final class Scenario {
    private final ScenarioProof proof;
    private final Shown shown;

    Scenario(ScenarioProof proof, Shown shown) {
        this.proof = proof;
        this.shown = shown;
    }

    /** What goes wrong. */
    public Failure getFailure() {
        return proof.failure();
    }

    /** When it begins; empty for no failure. */
    public Optional<Instant> getBegins() {
        return proof.begins();
    }

    /** When it is over; empty when it never is. */
    public Optional<Instant> getEnds() {
        return proof.ends();
    }

    /** Why the database cannot go on while it lasts; empty when it can. */
    public Optional<String> getStops() {
        return proof.stops();
    }

    /** Whether every objective holds. */
    public boolean getHolds() {
        return proof.holds();
    }

    /** Whether the database goes on and every objective holds. */
    public boolean isSurvived() {
        return proof.isSurvived();
    }

    /** The most that may be lost of the whole database. */
    public ProvenTime getRpo() {
        return rpo();
    }

    /** The longest that a restore of the whole database may take. */
    public ProvenTime getRto() {
        return rto();
    }

    /** As {@link #getRpo}. */
    public ProvenTime rpo() {
        return new ProvenTime("of the whole database lost", proof.whole().rpo(), proof, shown);
    }

    /** As {@link #getRto}. */
    public ProvenTime rto() {
        return new ProvenTime("to restore the whole database", proof.whole().rto(), proof, shown);
    }

    /**
     * The most that may be lost of one storage group.
     *
     * @throws HotCopyException when the database has none of that name
     */
    public ProvenTime rpo(String storageGroup) {
        return new ProvenTime(
                "of " + name(storageGroup) + " lost", of(storageGroup).rpo(), proof, shown);
    }

    /**
     * The longest that a restore of one storage group may take.
     *
     * @throws HotCopyException when the database has none of that name
     */
    public ProvenTime rto(String storageGroup) {
        return new ProvenTime(
                "to restore " + name(storageGroup), of(storageGroup).rto(), proof, shown);
    }

    private static StorageGroupName name(String storageGroup) {
        return new StorageGroupName(storageGroup);
    }

    private Exposed of(String storageGroup) {
        return Optional.ofNullable(proof.groups().get(name(storageGroup)))
                .orElseThrow(() -> new HotCopyException("the proof knows no storage group \"" + storageGroup
                        + "\"; it knows "
                        + proof.groups().keySet().stream()
                                .map(StorageGroupName::toString)
                                .collect(Collectors.joining(", "))));
    }

    /** One line with the figures, then what does not hold. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                        Locale.ROOT,
                        "%-34s  rpo %-12s rto %-12s",
                        proof.failure().words(),
                        rpo().brief(),
                        rto().brief())
                .stripTrailing());
        proof.stops().ifPresent(why -> text.append("\n  the database stops: ").append(why));
        if (!proof.rpoHolds()) {
            text.append("\n  rpo not kept: ").append(rpo());
        }
        if (!proof.rtoHolds()) {
            text.append("\n  rto not kept: ").append(rto());
        }
        return text.toString();
    }
}
