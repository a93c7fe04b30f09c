package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Set;

/**
 * Without storage groups each archive is copied on its own: a coordinated copy costs more and gives no more (M30, M39).
 */
final class NeededCoordination implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.hotCopies().stream()
                .filter(HotCopyStep::isCoordinated)
                .filter(step -> Set.of(StorageGroupName.UNPARTITIONED)
                        .containsAll(context.factsOf(step.database()).storageGroups()))
                .map(step -> context.warning(
                        PlanContext.pathOf(step),
                        "backup group \"" + step.backupGroup() + "\" copies several archives together, but database \""
                                + step.database() + "\" has no storage groups",
                        "Each archive holds the whole database: declare a backup group for each archive."))
                .toList();
    }
}
