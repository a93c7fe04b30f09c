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

    /** The rules of a single plan, in the order in which findings of one severity are shown. */
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

    /**
     * Those that judge what is promised for the days to come. What they find in a declaration is wrong there; it does
     * not stop a run, since a copy too late is better than none.
     */
    List<Rule> OF_PROMISES = List.of(
            new CollidingDirectories(),
            new UnsafeRetention(),
            new OverlappingRuns(),
            new ReachableRpo(),
            new ReachableRto(),
            new JournalVolume());
}
