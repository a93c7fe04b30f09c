package io.hotcopy.simulate;

import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a restore takes: the plan that the restore planner makes of the sets, by the size of what it reads. Archives
 * are made at the same time, so the largest decides.
 *
 * @param plan of the restore
 * @param whole how long it takes, in milliseconds
 * @param groups how long until the last archive that holds a storage group is made
 */
record RestoreEstimate(RestorePlan plan, long whole, SortedMap<StorageGroupName, Long> groups) {

    static RestoreEstimate of(RestorePlan plan, CopyTimes times) {
        SortedMap<StorageGroupName, Long> groups = new TreeMap<>();
        long whole = 0;
        for (ArchivePlan archive : plan.archives()) {
            long takes = times.restoreMillis(archive.size().bytes());
            whole = Math.max(whole, takes);
            archive.base().covers().keySet().forEach(group -> groups.merge(group, takes, Math::max));
        }
        return new RestoreEstimate(plan, whole, groups);
    }
}
