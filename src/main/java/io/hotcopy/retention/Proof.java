package io.hotcopy.retention;

import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;

/**
 * What can be restored before and after, by the restore planner: from all sets together, and from those of each backup
 * group alone.
 *
 * @param lines one for each pool of sets, lineage and storage group
 */
public record Proof(List<Line> lines) {

    public Proof {
        lines = List.copyOf(lines);
    }

    /**
     * What can be restored of one storage group, or of the whole database, in one lineage, from one pool of sets.
     *
     * @param backupGroup whose sets the pool is; empty for all sets together
     * @param lineage the lineage
     * @param storageGroup the storage group; empty for all of the database at one commit
     * @param from the commit from which on nothing may be lost; empty where nothing is to be kept
     * @param before what can be restored as long as all sets are there
     * @param after what can be restored from those that stay
     * @param lost what may not be lost, but would be; empty unless the proof fails
     */
    public record Line(
            Optional<String> backupGroup,
            Lineage lineage,
            Optional<StorageGroupName> storageGroup,
            Optional<CommitNumber> from,
            List<TargetRange> before,
            List<TargetRange> after,
            List<TargetRange> lost) {

        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
            lost = List.copyOf(lost);
        }
    }

    /** Whether nothing is lost that must stay. */
    public boolean holds() {
        return lines.stream().allMatch(line -> line.lost().isEmpty());
    }

    /** The lines that break it. */
    public List<Line> broken() {
        return lines.stream().filter(line -> !line.lost().isEmpty()).toList();
    }
}
