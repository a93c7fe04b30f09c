package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A policy copies in more than one region when the database is in more than one (M31), or to storage that is not lost
 * with the region.
 */
final class SecondRegion implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .flatMap(policy -> finding(context, policy).stream())
                .toList();
    }

    private static Optional<Problem> finding(PlanContext context, BackupPolicy policy) {
        Set<ArchiveId> archives = Set.copyOf(policy.archives());
        SortedSet<String> copied = new TreeSet<>();
        SortedSet<String> others = new TreeSet<>();
        for (ArchiveFacts archive : context.factsOf(policy.protects()).archives()) {
            (archives.contains(archive.id()) ? copied : others).add(archive.region());
        }
        others.removeAll(copied);
        boolean survives = policy.backupGroups().stream().anyMatch(BackupGroup::shared);
        if (copied.size() != 1 || others.isEmpty() || survives) {
            return Optional.empty();
        }
        return Optional.of(context.warning(
                PlanContext.pathOf(policy),
                "policy \"" + policy.name() + "\" copies only in region " + Words.quoted(copied)
                        + ": when that is lost, nothing is backed up",
                "Declare a backup group of archives in region "
                        + Words.quoted(others).replace(" and ", " or ") + ".",
                "Or write shared: true into the backup group, if its directory is not lost with the region."));
    }
}
