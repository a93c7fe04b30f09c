package io.hotcopy.simulate;

import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.function.Function;

/** Plays a schedule in virtual time, and every single failure against it. */
public final class Simulator {

    private Simulator() {}

    /**
     * Proves what policies promise.
     *
     * @param declared what is declared, without errors
     * @param request what is to be proven
     * @param runs gives what the run ledger knows of a database's domain, for how long copies take and how big they
     *     are; where it knows nothing, what is declared counts
     * @return one for each policy, in the order asked for
     * @throws io.hotcopy.problem.HotCopyException when the request names what is not declared
     */
    public static List<ProtectionProof> prove(
            Declarations declared, ProofRequest request, Function<DatabaseName, List<PastRun>> runs) {
        throw new UnsupportedOperationException("being built");
    }
}
