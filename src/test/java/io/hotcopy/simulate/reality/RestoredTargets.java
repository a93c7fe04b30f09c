package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.RestoredContent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.Verdict;
import io.hotcopy.verify.Verifier;
import io.hotcopy.verify.VerifyRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Really restores commits chosen at random from what can be restored, each into scratch, and drills them: every storage
 * group is scanned and must have the fingerprint that the sets account for, and all rows must be what they were after
 * that commit.
 */
final class RestoredTargets {

    private final List<SetFacts> sets;
    private final WrittenRows rows;
    private final Path scratch;
    private final SplittableRandom random;
    private final ArchiveFormats formats = new ArchiveFormats(List.of(new EmbeddedArchiveFormat()));
    private final Restorer restorer;

    /**
     * @param sets those of this world
     * @param rows what was written in it
     */
    RestoredTargets(SmallWorld world, List<SetFacts> sets, WrittenRows rows) {
        this.sets = sets;
        this.rows = rows;
        this.scratch = world.directory().resolve("restored");
        this.random = new SplittableRandom(world.seed());
        this.restorer = new Restorer(formats, new Random(1), new Workers(2));
    }

    /**
     * Restores so many different commits, or all that can be restored when there are fewer.
     *
     * @return how many
     */
    int check(int targets) throws IOException {
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
        chosen.stream().findFirst().ifPresent(this::drillOfProduct);
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
            SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
            for (Path archive : report.archives().values()) {
                RestoredContent content = RestoredContent.of(archive);
                drill(plan, archive, content);
                found.putAll(content.rows());
            }
            if (!found.equals(rows.at(plan.target()))) {
                throw new AssertionError("restored to commit " + plan.target() + ": " + found + ", but it was "
                        + rows.at(plan.target()));
            }
        } finally {
            SyncedFiles.deleteTree(scratch);
        }
    }

    private static void drill(RestorePlan plan, Path archive, RestoredContent content) {
        SortedMap<StorageGroupName, Fingerprint> expected = new TreeMap<>(content.accounted());
        expected.replaceAll((group, accounted) -> plan.recorded().getOrDefault(group, accounted));
        if (!content.scanned().equals(expected)) {
            throw new AssertionError("restored to commit " + plan.target() + ", " + archive.getFileName() + " holds "
                    + content.scanned() + ", expected " + expected);
        }
    }

    /** The same once by those who do it for people. */
    private void drillOfProduct(CommitNumber commit) {
        List<Path> locations = sets.stream()
                .filter(set -> set.elements().stream().anyMatch(element -> element.type() == HotCopyType.FULL))
                .map(SetFacts::location)
                .toList();
        Verdict verdict = new Verifier(formats, new Random(2), new Workers(2))
                .verify(
                        new VerifyRequest(
                                locations, Depth.DRILL, new RestoreTarget.ToCommit(commit), Optional.of(scratch)),
                        ProgressListener.NONE);
        if (verdict.outcome() != Outcome.VALID || verdict.drill().isEmpty()) {
            throw new AssertionError("the drill of commit " + commit + " says " + verdict);
        }
    }
}
