package io.hotcopy.verb;

import io.hotcopy.simulate.ProtectionProof;
import java.util.List;

/**
 * What policies keep of their promises.
 *
 * @param holds whether every objective of every policy holds under every failure that was looked at
 * @param asked the failures that were asked for; empty for every single one
 * @param policies what is proven of each, as programs read it: instants by the clock of the policy
 * @param unscheduled names of policies that were left out, for they have no schedule
 * @param proofs the same as the simulator gives it
 */
public record ProveResult(
        boolean holds,
        List<String> asked,
        List<ProvenPolicy> policies,
        List<String> unscheduled,
        @ForPeople List<ProtectionProof> proofs)
        implements VerbResult {

    public ProveResult {
        asked = List.copyOf(asked);
        policies = List.copyOf(policies);
        unscheduled = List.copyOf(unscheduled);
        proofs = List.copyOf(proofs);
    }

    /** What these proofs say. */
    public static ProveResult of(List<String> asked, List<ProtectionProof> proofs, List<String> unscheduled) {
        return new ProveResult(
                proofs.stream().allMatch(ProtectionProof::holds),
                asked,
                proofs.stream().map(ProvenPolicy::of).toList(),
                unscheduled,
                proofs);
    }
}
