package io.hotcopy.testkit;

import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.Worst;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The worst that a proof has found: so much time may be lost, or so long may a restore take. Compares with a
 * {@code Duration} and with its like, and shows where and when it happens. When nothing at all can be restored it is
 * greater than any time, and equal to its like.
 */
public final class ProvenTime implements Comparable<Object> {
    private final String what;
    private final Worst worst;
    private final ScenarioProof scenario;
    private final Shown shown;

    /** @param what as the end of a phrase: {@code of SG1 lost}, {@code to restore SG1} */
    ProvenTime(String what, Worst worst, ScenarioProof scenario, Shown shown) {
        this.what = what;
        this.worst = worst;
        this.scenario = scenario;
        this.shown = shown;
    }

    /** Empty when nothing at all can be restored. */
    public Optional<Duration> getTime() {
        return worst.time();
    }

    /** The instant at which everything live is lost. */
    public Instant getAt() {
        return worst.at();
    }

    /** What has gone wrong before. */
    public Failure getFailure() {
        return scenario.failure();
    }

    /** What can be restored then, and what comes too late, in words for people. */
    public String getBecause() {
        return worst.because();
    }

    Worst worst() {
        return worst;
    }

    /**
     * By time.
     *
     * @param other a {@code Duration} or a proven time
     */
    @Override
    public int compareTo(Object other) {
        if (other instanceof ProvenTime that) {
            return worst.compareTo(that.worst);
        }
        if (other instanceof Duration duration) {
            return worst.time().map(time -> time.compareTo(duration)).orElse(1);
        }
        throw new ClassCastException("a proven time compares with a duration such as 15.minutes, not with " + other);
    }

    /**
     * Equal to its like of the same time; a {@code Duration} is never equal in Java, but is by {@code ==} in Groovy.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProvenTime that && worst.time().equals(that.worst.time());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(worst.time());
    }

    /** In few words: {@code 25 min}. */
    String brief() {
        return worst.time().map(PlanPrinter::time).orElse("unbounded");
    }

    @Override
    public String toString() {
        return brief() + " " + what + " at " + shown.instant(worst.at()) + ", " + circumstances(scenario, shown) + ": "
                + worst.because();
    }

    /** {@code region east lost from …}. */
    static String circumstances(ScenarioProof scenario, Shown shown) {
        return scenario.failure().words()
                + scenario.begins().map(at -> " from " + shown.instant(at)).orElse("")
                + scenario.ends().map(at -> " to " + shown.instant(at)).orElse("");
    }
}
