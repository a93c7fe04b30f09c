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

/** The archives of a hot copy together hold every storage group of the database (M34, M35). */
final class StorageGroupCoverage implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (HotCopyStep step : context.hotCopies()) {
            DatabaseFacts facts = context.factsOf(step.database());
            SortedSet<StorageGroupName> missing = new TreeSet<>(facts.storageGroups());
            step.members().forEach(member -> missing.removeAll(member.storageGroups()));
            if (!missing.isEmpty()) {
                problems.add(context.error(
                        PlanContext.pathOf(step),
                        "Not all storage groups are included in hot-copy for dbName="
                                + step.database().database() + ", missingSgs=" + missing,
                        missing.stream()
                                .map(group -> whoServes(facts, group, step.backupGroup()))
                                .toArray(String[]::new)));
            }
        }
        return problems;
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
