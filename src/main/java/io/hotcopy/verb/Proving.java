package io.hotcopy.verb;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressEvent.TaskCounted;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.simulate.ProofRequest;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.Simulator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks the simulator about chosen policies, with what the run ledgers know. */
record Proving(Session session, Chosen chosen) {

    /** Those of the policies that have a schedule. */
    List<BackupPolicy> scheduled() {
        return policies().stream().filter(BackupPolicy::isScheduled).toList();
    }

    /** Those that have none. */
    List<String> unscheduled() {
        return policies().stream()
                .filter(policy -> !policy.isScheduled())
                .map(BackupPolicy::name)
                .toList();
    }

    private List<BackupPolicy> policies() {
        return chosen.policies().stream()
                .map(name -> chosen.declared().policy(name).orElseThrow())
                .toList();
    }

    /** What keeps the policies from being run at all. */
    List<Problem> errors() {
        Declarations alone = new Declarations(
                chosen.declared().domains(), scheduled(), chosen.declared().spans());
        return Planner.checkWithoutPromises(alone).stream()
                .filter(Problem::isError)
                .toList();
    }

    List<ProtectionProof> proofs(ProofRequest request) {
        return proofs(request, ProgressListener.NONE);
    }

    /** @param progress hears how many moments have been played */
    List<ProtectionProof> proofs(ProofRequest request, ProgressListener progress) {
        LedgerRuns runs = LedgerRuns.of(session, scheduled(), now(), Optional.empty());
        return Simulator.prove(
                chosen.declared(),
                request,
                runs::of,
                (database, done, total) -> progress.on(new TaskCounted(database.toString(), "moments", done, total)));
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }
}
