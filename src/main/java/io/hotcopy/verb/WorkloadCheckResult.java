package io.hotcopy.verb;

import io.hotcopy.workload.BankVerdict;
import java.util.Optional;

/**
 * Whether restored archives hold what the workload's ledger says.
 *
 * @param planned whether this is a dry run
 * @param name of what was compared
 * @param verdict the comparison; empty in a dry run
 */
public record WorkloadCheckResult(boolean planned, String name, Optional<BankVerdict> verdict) implements VerbResult {

    /** Whether all accounts are equal; also when nothing was compared because this is a dry run. */
    public boolean equal() {
        return verdict.map(BankVerdict::equal).orElse(planned);
    }
}
