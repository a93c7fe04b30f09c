package io.hotcopy.retention;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PastRun;
import java.time.Instant;
import java.util.List;

/**
 * What is to be decided.
 *
 * @param sets every set of one database that there is, of whatever policy: journals of one policy lie in the sets of
 *     another
 * @param policies all policies that protect the database, at least one; what any of them keeps stays
 * @param restorableFrom instants from which on everything that can be restored now must stay restorable, besides what
 *     the policies say
 * @param runs past runs of these policies, in whatever order
 * @param now the present
 */
public record ExpiryRequest(
        List<StoredSet> sets,
        List<BackupPolicy> policies,
        List<Instant> restorableFrom,
        List<PastRun> runs,
        Instant now) {

    public ExpiryRequest {
        sets = List.copyOf(sets);
        policies = List.copyOf(policies);
        restorableFrom = List.copyOf(restorableFrom);
        runs = List.copyOf(runs);
    }
}
