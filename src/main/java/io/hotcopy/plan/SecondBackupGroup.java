package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A policy does not rest on one set of storage managers when others could stand in (M27). A backup group is copied
 * whole or not at all, so one that is down stops it.
 */
final class SecondBackupGroup implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .flatMap(policy -> finding(context, policy).stream())
                .toList();
    }

    private static Optional<Problem> finding(PlanContext context, BackupPolicy policy) {
        DatabaseFacts facts = context.factsOf(policy.protects());
        Set<ArchiveId> copied = Set.copyOf(policy.archives());
        List<ArchiveFacts> others = facts.archives().stream()
                .filter(archive -> !copied.contains(archive.id()))
                .toList();
        Set<StorageGroupName> missing = new TreeSet<>(facts.storageGroups());
        others.forEach(archive -> missing.removeAll(archive.serves()));
        if (policy.backupGroups().size() > 1 || others.isEmpty() || !missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(context.warning(
                PlanContext.pathOf(policy),
                "policy \"" + policy.name() + "\" has one backup group: while a storage manager of it is down, "
                        + "nothing is backed up",
                "Declare a second one: "
                        + Words.archives(others.stream().map(ArchiveFacts::id).toList())
                        + " can give every storage group too."));
    }
}
