package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one line of a policy stands for one backup group.
 *
 * @param policy its policy
 * @param zone the time zone of the policy
 * @param backupGroup the backup group
 * @param line the type of the line
 * @param schedule when it runs, in words; empty when it runs only when asked
 * @param lastGood when the last good run of it ended, or of another line that served it; empty when there was none
 * @param lastFailure its last run, when that failed or was cancelled
 * @param next its next occurrence; empty when it has no schedule
 * @param lateSince the first occurrence that has come and has not been served; empty when it is not late
 */
public record LineStatus(
        String policy,
        ZoneId zone,
        String backupGroup,
        HotCopyType line,
        Optional<String> schedule,
        Optional<Instant> lastGood,
        Optional<PastRun> lastFailure,
        Optional<Instant> next,
        Optional<Instant> lateSince) {

    /**
     * Every line of a policy for each of its backup groups, in their order.
     *
     * @param past what the run ledger knows, of any policy
     * @param facts of the policy's database
     * @param sets all that there are, of any database and life
     */
    public static List<LineStatus> of(
            BackupPolicy policy, List<PastRun> past, DatabaseFacts facts, List<SetFacts> sets, Instant now) {
        KnownSets known = new KnownSets(facts, sets, List.of());
        Timetable timetable = Timetable.of(policy);
        PastRuns runs = new PastRuns(past);
        List<LineStatus> found = new ArrayList<>();
        for (BackupGroup group : policy.backupGroups()) {
            LineHistory history = new LineHistory(group, runs.of(policy, group), known);
            policy.runs().forEach(line -> found.add(of(timetable, group, line, history, now)));
        }
        return found;
    }

    static LineStatus of(Timetable timetable, BackupGroup group, RunLine line, LineHistory history, Instant now) {
        return new LineStatus(
                timetable.policy().name(),
                timetable.policy().timeZone(),
                group.name(),
                line.type(),
                line.schedule().map(Timetable::words),
                history.lastGood(line.type()),
                history.lastFailure(line.type()),
                timetable.next(line, group, now).map(Occurrence::at),
                lateSince(timetable, group, line, history, now));
    }

    /** Of a line that never ran, its last occurrence: what came before may be from before it was declared. */
    private static Optional<Instant> lateSince(
            Timetable timetable, BackupGroup group, RunLine line, LineHistory history, Instant now) {
        return new DueRuns(timetable, group, history).due(line, now).map(due -> history.servedThrough(line.type())
                .flatMap(served -> timetable.next(line, group, served).map(Occurrence::at))
                .orElse(due));
    }
}
