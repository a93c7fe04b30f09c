package io.hotcopy.simulate;

import io.hotcopy.model.Objectives;
import io.hotcopy.term.DatabaseName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What one policy keeps of its promises over a span of time, under each failure.
 *
 * @param policy its name
 * @param database what it protects
 * @param zone its time zone
 * @param from the first instant looked at
 * @param through the last one
 * @param objectives what it promises
 * @param scenarios one for each failure; the first is without one, unless failures were asked for by name
 * @param overlaps runs that meet one another without any failure
 * @param assumptions what was taken for granted, a sentence each: sizes that nobody declared, a rate that was guessed
 */
public record ProtectionProof(
        String policy,
        DatabaseName database,
        ZoneId zone,
        Instant from,
        Instant through,
        Objectives objectives,
        List<ScenarioProof> scenarios,
        List<Overlap> overlaps,
        List<String> assumptions) {

    public ProtectionProof {
        scenarios = List.copyOf(scenarios);
        overlaps = List.copyOf(overlaps);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether every objective holds under every failure. */
    public boolean holds() {
        return scenarios.stream().allMatch(ScenarioProof::holds);
    }

    /** What became of this failure; empty when it was not looked at. */
    public Optional<ScenarioProof> scenario(Failure failure) {
        return scenarios.stream()
                .filter(scenario -> scenario.failure().equals(failure))
                .findFirst();
    }
}
