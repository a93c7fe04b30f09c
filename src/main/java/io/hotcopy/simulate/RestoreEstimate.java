package io.hotcopy.simulate;

import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a restore takes: by the plan that the restore planner makes of the sets, and the size of what it reads.
 * Archives are made at the same time, so the largest decides.
 *
 * @param whole how long it takes, in milliseconds
 * @param groups how long until the last archive that holds a storage group is made
 * @param largest what the largest archive is made of
 */
record RestoreEstimate(long whole, SortedMap<StorageGroupName, Long> groups, Largest largest) {

    /**
     * An archive and what is read for it.
     *
     * @param fullBegun when its full began, in milliseconds
     * @param incrementals how many of them
     * @param journals how many elements
     * @param size all together
     */
    record Largest(ArchiveId archive, long fullBegun, long incrementals, long journals, ByteSize size) {

        static Largest of(ArchivePlan plan) {
            return new Largest(
                    plan.archive(),
                    plan.base().began().toEpochMilli(),
                    count(plan, HotCopyType.INCREMENTAL),
                    count(plan, HotCopyType.JOURNAL),
                    plan.size());
        }

        private static long count(ArchivePlan plan, HotCopyType type) {
            return plan.steps().stream()
                    .filter(step -> step.element().type() == type)
                    .map(step -> step.element().id())
                    .distinct()
                    .count();
        }
    }

    static RestoreEstimate of(RestorePlan plan, CopyTimes times) {
        SortedMap<StorageGroupName, Long> groups = new TreeMap<>();
        long whole = 0;
        for (ArchivePlan archive : plan.archives()) {
            long takes = times.restoreMillis(archive.size().bytes());
            whole = Math.max(whole, takes);
            archive.base().covers().keySet().forEach(group -> groups.merge(group, takes, Math::max));
        }
        ArchivePlan largest = plan.archives().stream()
                .max(Comparator.comparing(ArchivePlan::size))
                .orElseThrow();
        return new RestoreEstimate(whole, groups, Largest.of(largest));
    }
}
