package io.hotcopy.verify;

import io.hotcopy.recovery.RestorePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer of a verification.
 *
 * @param depth how deep it looked
 * @param sets one answer a set, in the order given
 * @param plan the restore that the sets make possible; empty when they make none
 * @param groups one answer a storage group of the plan
 * @param findings what is wrong with the sets together, such as a missing member of a collection
 * @param drill what a drill measured; empty when none was done to the end
 */
public record Verdict(
        Depth depth,
        List<SetVerdict> sets,
        Optional<RestorePlan> plan,
        List<GroupVerdict> groups,
        List<Finding> findings,
        Optional<Drill> drill) {

    public Verdict {
        sets = List.copyOf(sets);
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** The worst of all. Valid means: to this depth nothing speaks against the restore that is planned. */
    public Outcome outcome() {
        return Outcome.worst(Stream.of(
                        sets.stream().map(SetVerdict::outcome),
                        groups.stream().map(GroupVerdict::outcome),
                        findings.stream().map(Finding::outcome))
                .flatMap(outcomes -> outcomes)
                .toList());
    }
}
