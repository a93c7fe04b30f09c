package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The archives of a hot copy together hold every storage group of the database (M34, M35); when partial copies are
 * asked for, that is a warning.
 */
final class StorageGroupCoverage implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (HotCopyStep step : context.hotCopies()) {
            DatabaseFacts facts = context.factsOf(step.database());
            SortedSet<StorageGroupName> missing = new TreeSet<>(facts.storageGroups());
            step.members().forEach(member -> missing.removeAll(member.storageGroups()));
            if (!missing.isEmpty()) {
                String[] hints = missing.stream()
                        .map(group -> whoServes(facts, group, step.backupGroup()))
                        .toArray(String[]::new);
                problems.add(problem(context, step, missing, hints));
            }
        }
        return problems;
    }

    private static Problem problem(
            PlanContext context, HotCopyStep step, SortedSet<StorageGroupName> missing, String[] hints) {
        String path = PlanContext.pathOf(step);
        String message = "Not all storage groups are included in hot-copy for dbName="
                + step.database().database() + ", missingSgs=" + missing;
        return context.request().partial()
                ? context.warning(path, message, hints)
                : context.error(path, message, hints);
    }

    private static String whoServes(DatabaseFacts facts, StorageGroupName group, String backupGroup) {
        List<ArchiveId> serving = facts.archives().stream()
                .filter(archive -> archive.serves().contains(group))
                .map(ArchiveFacts::id)
                .toList();
        return serving.isEmpty()
                ? "No archive serves " + group + ": let a storage manager serve it."
                : group + " is served by archive " + Words.list(serving).replace(" and ", " or ")
                        + ": add one of them to backup group \"" + backupGroup + "\".";
    }
}
