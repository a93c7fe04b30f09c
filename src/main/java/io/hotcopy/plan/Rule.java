package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.util.List;

/**
 * One property that a good plan has, as one class. Pure; every rule sees the whole plan and reports all its findings,
 * whatever the others found.
 */
interface Rule {

    /** The findings; empty when the plan has the property. */
    List<Problem> check(PlanContext context);

    /** Every rule, in the order in which findings of one severity are shown. */
    List<Rule> ALL = List.of(
            new KnownArchives(),
            new DeclaredType(),
            new AllowedJournals(),
            new UsableBaseSet(),
            new RunningStorageManagers(),
            new StorageGroupCoverage(),
            new SeparateDestinations(),
            new ConcurrentCopies(),
            new NeededCoordination(),
            new SecondBackupGroup(),
            new SecondRegion(),
            new ProcessMajority());
}
