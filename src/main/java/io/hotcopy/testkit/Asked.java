package io.hotcopy.testkit;

import io.hotcopy.plan.Pace;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.BackupRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a plan is asked for.
 *
 * @param policy its name; empty for all that are declared
 * @param type what each run takes; empty for what is due
 * @param backupGroup only this one; empty for all
 */
record Asked(Optional<String> policy, Optional<HotCopyType> type, Optional<String> backupGroup) {

    PlanRequest ofPlanner() {
        return new PlanRequest(
                policy.map(List::of).orElse(List.of()), backupGroup, type, Optional.empty(), Pace.DEFAULT, false);
    }

    BackupRequest ofVerbs() {
        return new BackupRequest(policy, type, Optional.empty(), backupGroup, Pace.DEFAULT, false);
    }
}
