package io.hotcopy.plan;

import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;

/**
 * Runs of a backup group that are not carried out, though they are due or asked for: as the policy says, or since they
 * have been done, or are in hand.
 *
 * @param policy the policy that declares them
 * @param backupGroup the backup group
 * @param database what it protects
 * @param type what would have been taken
 * @param runs what it would have been taken for
 * @param instead the backup group of the policy that runs instead; empty when none does
 * @param because why not, in words for people
 * @param done whether that is since the ledger has them done, or a hot copy that runs will have; else the ledger is to
 *     say that they were skipped
 */
public record LeftOut(
        String policy,
        String backupGroup,
        DatabaseName database,
        HotCopyType type,
        List<LineRun> runs,
        Optional<String> instead,
        String because,
        boolean done) {

    public LeftOut {
        runs = List.copyOf(runs);
    }
}
