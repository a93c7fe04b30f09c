package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Steps as they were planned, made sure that they carry every storage group of an archive to the target. */
final class StepCover {

    private final SortedMap<StorageGroupName, CommitNumber> reached = new TreeMap<>();

    private StepCover(SortedSet<StorageGroupName> groups, CommitNumber base) {
        groups.forEach(group -> reached.put(group, base));
    }

    /**
     * Checks steps that were planned.
     *
     * @param groups those of the archive
     * @param base what all of them hold already
     * @return the steps, taking of each group only what comes after the steps before
     * @throws IllegalArgumentException when they leave a hole or end elsewhere: no planner plans so
     */
    static List<SourceStep> fitted(
            SortedSet<StorageGroupName> groups, CommitNumber base, List<SourceStep> steps, CommitNumber target) {
        StepCover cover = new StepCover(groups, base);
        List<SourceStep> fitted = steps.stream().map(cover::take).toList();
        cover.reached.forEach((group, commit) -> {
            if (!commit.equals(target)) {
                throw new IllegalArgumentException("storage group " + group + " is carried to commit " + commit
                        + " only, and the target is " + target);
            }
        });
        return fitted;
    }

    private SourceStep take(SourceStep step) {
        SortedMap<StorageGroupName, CommitRange> taken = new TreeMap<>();
        step.takes().forEach((group, takes) -> {
            requireHeld(step.element(), group, takes);
            CommitRange rest = new CommitRange(reached.get(group), takes.through());
            reached.put(group, takes.through());
            if (!rest.isEmpty()) {
                taken.put(group, rest);
            }
        });
        return new SourceStep(step.data(), step.element(), taken);
    }

    private void requireHeld(ElementFacts element, StorageGroupName group, CommitRange takes) {
        CommitNumber from = reached.get(group);
        CommitRange covers = element.covers().get(group);
        boolean joins = from != null && !takes.from().isAfter(from) && !from.isAfter(takes.through());
        boolean held = covers != null
                && !covers.from().isAfter(takes.from())
                && !takes.through().isAfter(covers.through());
        boolean whole =
                element.type() != HotCopyType.INCREMENTAL || takes.through().equals(element.cut());
        if (!joins || !held || !whole) {
            throw new IllegalArgumentException("\"" + element.directory() + "\" of archive " + element.archive()
                    + ", which covers " + covers + ", cannot carry storage group " + group + " through " + takes
                    + " from commit " + from);
        }
    }
}
