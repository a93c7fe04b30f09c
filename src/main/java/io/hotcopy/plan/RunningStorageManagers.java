package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Only a RUNNING storage manager can be hot copied. Says nothing while the whole domain is not running: a plan may be
 * looked at beforehand.
 */
final class RunningStorageManagers implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (HotCopyStep step : context.hotCopies()) {
            String[] hints = hints(context.factsOf(step.database()), step);
            if (hints.length > 0) {
                String database = step.database().database();
                problems.add(context.error(
                        PlanContext.pathOf(step), "No RUNNING SMs found for database dbName=" + database, hints));
            }
        }
        return problems;
    }

    private static String[] hints(DatabaseFacts facts, HotCopyStep step) {
        return step.members().stream()
                .flatMap(member -> facts.archive(member.archive()).stream())
                .filter(archive -> facts.running() && archive.state() != ArchiveFacts.State.RUNNING)
                .map(archive -> "Archive " + archive.id() + " on " + archive.host() + wayOut(archive.state()))
                .toArray(String[]::new);
    }

    private static String wayOut(ArchiveFacts.State state) {
        return switch (state) {
            case RUNNING -> " is RUNNING.";
            case SYNCING -> " is SYNCING: wait until it is RUNNING.";
            case STOPPED -> " is STOPPED: start it, or copy another backup group.";
            case DAMAGED -> " has a damaged journal: it must SYNC first; copy another backup group.";
            case UNKNOWN -> " does not say how it is: copy another backup group.";
        };
    }
}
