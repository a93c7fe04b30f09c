package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the run ledger knows of a domain, by backup group: looked through once, not once for each of many groups. */
final class PastRuns {
    private final Map<String, List<PastRun>> byGroup;

    /** @param all in the order in which they were entered */
    PastRuns(List<PastRun> all) {
        byGroup = all.stream().collect(Collectors.groupingBy(PastRun::backupGroup));
    }

    /** Those of one backup group, in the order in which they were entered. */
    List<PastRun> of(BackupPolicy policy, BackupGroup group) {
        return byGroup.getOrDefault(group.name(), List.of()).stream()
                .filter(run -> run.isOf(policy, group))
                .toList();
    }
}
