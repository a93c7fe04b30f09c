package io.hotcopy.verb;

import io.hotcopy.plan.PastRun;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What could be restored, what was run and what is to be run, over some days.
 *
 * @param from where it begins
 * @param now when this was found
 * @param to where it ends
 * @param policies one entry for each policy
 */
public record TimelineResult(Instant from, Instant now, Instant to, List<OfPolicy> policies) implements VerbResult {

    public TimelineResult {
        policies = List.copyOf(policies);
    }

    /**
     * One policy.
     *
     * @param policy its name
     * @param database what it protects
     * @param zone its time zone
     * @param storageGroups one entry for each storage group of the database
     * @param whole all of them together at one commit
     * @param backupGroups one entry for each of its backup groups
     */
    public record OfPolicy(
            String policy,
            DatabaseName database,
            ZoneId zone,
            List<OfStorageGroup> storageGroups,
            List<Period> whole,
            List<OfBackupGroup> backupGroups) {}

    /** A storage group, and which moments it can be restored to. */
    public record OfStorageGroup(String group, List<Period> restorable) {}

    /**
     * Moments that can be restored, both ends included; the ends are equal for a single moment.
     *
     * @param from the first
     * @param through the last
     */
    public record Period(Instant from, Instant through) {}

    /**
     * A backup group.
     *
     * @param group its name
     * @param past the runs that ended since the beginning, in the order in which they began
     * @param ahead what is to be run until the end
     */
    public record OfBackupGroup(String group, List<Run> past, List<Occurrence> ahead) {}

    /** A run that has ended. */
    public record Run(HotCopyType type, Instant began, Instant ended, PastRun.Outcome outcome) {}
}
