package io.hotcopy.restore;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A restore of a full, an incremental and a journal on a disk that fails at each place in turn: a whole target or none,
 * and it can be done again.
 */
class RestoreFaultsTest {

    private static final int SEEDS = 3;
    private static final int SEEDS_AT_THE_END = 30;
    private static final long CUT = 100;
    private static final long TARGET = 125;

    private final TextDatabase database = new TextDatabase("UNPARTITIONED", "SG1", "SG2");
    private final List<Member> members =
            List.of(member(0, 1, "UNPARTITIONED", "SG1"), member(1, 2, "UNPARTITIONED", "SG2"));
    private RestorePlan plan;
    private boolean wholeSeen;
    private boolean noneSeen;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    @Test
    void crashAnywhereLeavesAWholeTargetOrNone() throws IOException {
        walk().crashes(SEEDS, this::requireWholeOrNone);

        assertTrue(wholeSeen && noneSeen);
    }

    @Test
    void crashAnywhereInARepeatedRestoreLeavesAWholeTargetOrNone() throws IOException {
        new FaultWalk(scratch, this::crashedRestore, this::restore).crashes(SEEDS, this::requireWholeOrNone);
    }

    @Test
    void anInputOutputErrorAnywhereLeavesNoTargetAndSaysWhere() throws IOException {
        walk().errors((root, attempt) -> {
            attempt.trouble().ifPresent(trouble -> {
                assertTrue(trouble.getMessage().contains("\"" + root), trouble.getMessage());
                assertTrue(trouble.getMessage().endsWith("input/output error"), trouble.getMessage());
            });
            requireWholeOrNone(root, attempt);
        });
    }

    @Test
    void aFullDiskLeavesNothingAtAll() throws IOException {
        walk().fullDisks(900, 25, (root, attempt) -> {
            HotCopyException trouble = attempt.trouble().orElseThrow();
            assertTrue(trouble.getMessage().endsWith("no space left on device"), trouble.getMessage());
            assertFalse(Files.exists(root.resolve("restored")));
            assertFalse(Files.exists(root.resolve("restored.incomplete")));
        });
    }

    /** The negative control: the walk must turn red for each sync that is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"SG1.txt", "records", "archive-0", "disk"})
    void aForgottenSyncTurnsTheWalkRed(String forgotten) {
        FaultWalk walk = walk().forgetting(path -> path.getFileName().toString().equals(forgotten));

        assertThrows(AssertionError.class, () -> walk.crashesAtTheEnd(SEEDS_AT_THE_END, this::requireWholeOrNone));
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, root -> {}, this::restore);
    }

    /** The sets lie elsewhere and are only read, so they are made once. */
    @BeforeEach
    void makeSets() throws IOException {
        Path backups = Files.createDirectory(scratch.resolve("backups"));
        database.full(backups, run(1), members, List.of(80L, 90L), CUT);
        database.incremental(backups, run(2), 1, members, CUT, 110);
        database.journal(backups, run(3), 1, members, CUT, 120);
        database.journal(backups, run(4), 2, members, 120, 130);
        plan = RecoveryPlanner.plan(
                members.stream()
                        .map(member -> BackupSet.open(backups.resolve("archive-" + member.archive()))
                                .facts())
                        .toList(),
                new RestoreTarget.ToCommit(new CommitNumber(TARGET)));
        plan.archives()
                .forEach(archive -> assertEquals(
                        List.of(HotCopyType.INCREMENTAL, HotCopyType.JOURNAL, HotCopyType.JOURNAL),
                        archive.steps().stream()
                                .map(step -> step.element().type())
                                .toList()));
    }

    /** A restore was broken off in the middle, and left what it had built. */
    private void crashedRestore(Path root) throws IOException {
        RestoreDestination destination = RestoreDestination.check(root.resolve("restored"), plan);
        destination.begin();
        Path archive = destination.building(members.get(0).archive());
        Path kept = root.resolve("kept.incomplete");
        SyncedFiles.createDirectory(archive);
        SyncedFiles.writeFile(archive.resolve("file"), new byte[100]);
        SyncedFiles.rename(root.resolve("restored.incomplete"), kept);
        destination.discard(new IllegalStateException("the directory to discard is not there any more"));
        SyncedFiles.rename(kept, root.resolve("restored.incomplete"));
    }

    private void restore(Path root) {
        new Restorer(new ArchiveFormats(List.of(new TextArchiveFormat())), new SplittableRandom(1), new Workers(1))
                .restore(plan, root.resolve("restored"), ProgressListener.NONE);
    }

    private void requireWholeOrNone(Path root, Attempt attempt) throws IOException {
        Path target = root.resolve("restored");
        boolean whole = Files.exists(target);
        wholeSeen |= whole;
        noneSeen |= !whole;
        assertTrue(whole || !attempt.finished(), "finished, and there is nothing");
        if (!whole) {
            restore(root);
        }
        for (Member member : members) {
            assertEquals(content(member), TextArchiveFormat.content(target.resolve("archive-" + member.archive())));
            assertTrue(
                    Files.exists(target.resolve("archive-" + member.archive()).resolve("restored.txt")));
        }
    }

    private SortedMap<StorageGroupName, SortedMap<String, String>> content(Member member) {
        SortedMap<StorageGroupName, SortedMap<String, String>> content = new TreeMap<>();
        member.storageGroups().forEach(group -> content.put(group, database.content(group, TARGET)));
        return content;
    }
}
