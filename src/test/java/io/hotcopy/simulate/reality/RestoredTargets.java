package io.hotcopy.simulate.reality;

import io.hotcopy.term.Fingerprint;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Really restores commits chosen at random from what can be restored, each into scratch, and drills them: every
 * storage group is scanned and must have the fingerprint that the sets account for, and all rows must be what they were
 * after that commit.
 */
final class RestoredTargets {

    private final List<SetFacts> sets;
    private final WrittenRows rows;
    private final Path scratch;
    private final ArchiveFormat format = new EmbeddedArchiveFormat();
    private final Restorer restorer;

    /** @param scratch a directory to make and remove */
    RestoredTargets(List<SetFacts> sets, WrittenRows rows, Path scratch) {
        this.sets = sets;
        this.rows = rows;
        this.scratch = scratch;
        this.restorer = new Restorer(new ArchiveFormats(List.of(format)), new Random(1), new Workers(2));
    }

    /**
     * Restores so many different commits, or all that can be restored when there are fewer.
     *
     * @return how many
     */
    int check(int targets, SplittableRandom random) throws IOException {
        List<CommitNumber> all = new ArrayList<>();
        for (Coverage.OfLineage life : RecoveryPlanner.coverage(sets).lineages()) {
            life.whole().forEach(range -> all.addAll(commits(range)));
        }
        for (int chosen = 0; chosen < Math.min(targets, all.size()); chosen++) {
            int other = chosen + random.nextInt(all.size() - chosen);
            CommitNumber commit = all.set(other, all.get(chosen));
            all.set(chosen, commit);
        }
        List<CommitNumber> chosen = all.subList(0, Math.min(targets, all.size()));
        for (CommitNumber commit : new TreeSet<>(chosen)) {
            check(RecoveryPlanner.plan(sets, new RestoreTarget.ToCommit(commit)));
        }
        return chosen.size();
    }

    private static List<CommitNumber> commits(TargetRange range) {
        List<CommitNumber> commits = new ArrayList<>();
        for (CommitNumber commit = range.first(); !commit.isAfter(range.last()); commit = commit.next()) {
            commits.add(commit);
        }
        return commits;
    }

    private void check(RestorePlan plan) throws IOException {
        RestoreReport report = restorer.restore(plan, scratch, ProgressListener.NONE);
        try {
            drill(report);
            try (OpenedArchives opened = OpenedArchives.open(List.of(scratch))) {
                SortedMap<String, SortedMap<String, String>> found = WrittenRows.in(opened);
                if (!found.equals(rows.at(plan.target()))) {
                    throw new AssertionError("restored to commit " + plan.target() + ": " + found + ", but it was "
                            + rows.at(plan.target()));
                }
            }
        } finally {
            SyncedFiles.deleteTree(scratch);
        }
    }

    private void drill(RestoreReport report) {
        for (Path archive : report.archives().values()) {
            SortedMap<StorageGroupName, Fingerprint> expected = new TreeMap<>(format.accounted(archive));
            expected.replaceAll(
                    (group, accounted) -> report.plan().recorded().getOrDefault(group, accounted));
            SortedMap<StorageGroupName, Fingerprint> scanned = format.scan(archive, ProgressListener.NONE);
            if (!scanned.equals(expected)) {
                throw new AssertionError("restored to commit " + report.plan().target() + ", archive "
                        + archive.getFileName() + " holds " + scanned + ", expected " + expected);
            }
        }
    }
}
