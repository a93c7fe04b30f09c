package io.hotcopy.plan;

import io.hotcopy.term.DatabaseName;
import java.util.List;

/**
 * Runs of a backup group that are due or asked for and get no step: there is nothing to append to, or the policy says
 * to fail. An error of their backup group tells the same; the ledger is to say that these have failed.
 *
 * @param policy the policy that declares them
 * @param backupGroup the backup group
 * @param database what it protects
 * @param runs at least one
 * @param because why not, in words for people
 */
public record RefusedRuns(
        String policy, String backupGroup, DatabaseName database, List<LineRun> runs, String because) {

    public RefusedRuns {
        runs = List.copyOf(runs);
    }
}
