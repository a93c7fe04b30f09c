package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot copies that succeed. */
class HotCopyEngineTest {
    private static final long SEED = 20211218;

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3", "SG2 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        Random random = new Random(SEED);
        for (int commit = 0; commit < 2000; commit++) {
            Load.commit(database, random);
            if (commit == 1000) {
                database.disturb();
            }
        }
        database.flush(0);
    }

    @Test
    void copiesACoordinatedFullExactlyWhileTheDatabaseGoesOn() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path place = Files.createDirectory(backups.resolve("round" + round));
            RunReport.HotCopy report;
            try (Load load = new Load(database, SEED + round)) {
                report = run(Plans.plan(Plans.full(database, place, 0, 1)))
                        .hotCopies()
                        .get(0);
            }
            ElementFacts zero = CopiedFiles.requireExact(database, place.resolve("set-0"));
            ElementFacts one = CopiedFiles.requireExact(database, place.resolve("set-1"));
            assertEquals(report.cut(), zero.cut());
            assertEquals(report.cut(), one.cut());
            assertEquals(0, database.openCopies());
            assertFalse(database.isPinned());
        }
    }

    @Test
    void manifestSaysWhatTheCopyIs() throws IOException {
        RunReport.HotCopy report =
                run(Plans.plan(Plans.full(database, backups, 0, 1))).hotCopies().get(0);

        ElementFacts zero = CopiedFiles.requireExact(database, backups.resolve("set-0"));
        ElementFacts one = CopiedFiles.requireExact(database, backups.resolve("set-1"));
        assertEquals(report.run(), zero.id());
        assertEquals(report.run(), one.id());
        assertEquals(zero.members(), one.members());
        assertEquals(
                List.of(new ArchiveId(0), new ArchiveId(1)),
                zero.members().stream().map(ElementFacts.Member::archive).toList());
        assertEquals(2000, zero.pinPoint().value());
        assertEquals(1001, one.pinPoint().value());
        assertEquals(FileDatabase.groups("SG1 SG2 UNPARTITIONED"), zero.covers().keySet());
        one.covers().values().forEach(range -> assertEquals(new CommitRange(one.pinPoint(), one.cut()), range));
        assertEquals(
                Optional.of(FileDatabase.FIRST_COMMIT.plusSeconds(1002)),
                one.times().earliest());
        assertEquals(
                Optional.of(FileDatabase.FIRST_COMMIT.plusSeconds(2000)),
                one.times().latest());
        assertEquals(FileDatabase.FIRST_COMMIT.plusSeconds(2001), one.times().stableMark());
        assertEquals(Plans.NOW, one.began());
        assertEquals(Optional.empty(), one.previous());
    }

    @Test
    void groupCopiedTwiceIsPromisedToBeEqualInBoth() throws IOException {
        run(Plans.plan(Plans.full(database, backups, 0, 1)));

        StorageGroupName twice = new StorageGroupName("SG1");
        assertEquals(
                CopiedFiles.requireExact(database, backups.resolve("set-0"))
                        .fingerprints()
                        .get(twice),
                CopiedFiles.requireExact(database, backups.resolve("set-1"))
                        .fingerprints()
                        .get(twice));
    }

    @Test
    void setSaysWhatItIsAndIsTheNewestOfItsArchive() {
        RunReport.HotCopy report =
                run(Plans.plan(Plans.full(database, backups, 0, 1))).hotCopies().get(0);

        for (RunReport.Archive archive : report.archives()) {
            SetFacts set = BackupSet.open(archive.directory()).facts();
            assertEquals(archive.set(), Optional.of(set.id()));
            assertEquals(archive.archive(), set.archive());
            assertEquals(report.run(), set.collection());
            assertEquals("files", set.kind());
            assertEquals(
                    Optional.of(set.id()),
                    database.facts(FileDatabase.NAME)
                            .archive(archive.archive())
                            .orElseThrow()
                            .newestSet());
        }
    }

    @Test
    void reportCountsBytesAndCommits() throws IOException {
        RunReport.HotCopy report =
                run(Plans.plan(Plans.full(database, backups, 0, 1))).hotCopies().get(0);

        for (RunReport.Archive archive : report.archives()) {
            ElementFacts full = CopiedFiles.requireExact(database, archive.directory());
            assertEquals(full.size().bytes(), archive.bytes());
            assertEquals(full.pinPoint(), archive.pinPoint());
            assertTrue(archive.nanos() > 0 && archive.megabytesPerSecond() > 0);
        }
        assertEquals(0, report.commitsSincePin());
        assertEquals("nightly/backups/full", report.step());
    }

    @Test
    void commitsBetweenFirstPinAndCutAreCounted() {
        database.watch((call, archive) -> {
            if (call.equals("cut")) {
                database.commit(database.groups(), 10);
                database.commit(database.groups(), 10);
            }
        });
        assertEquals(
                2,
                run(Plans.plan(Plans.full(database, backups, 0, 1)))
                        .hotCopies()
                        .get(0)
                        .commitsSincePin());
    }

    @Test
    void cutIsTakenWhenTheLastFileHasBeenCopiedAndTheJournalAfterIt() {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        database.watch((call, archive) -> calls.add(call));

        run(Plans.plan(Plans.full(database, backups, 0, 1)));

        int lastPin = calls.lastIndexOf("pin");
        int cut = calls.indexOf("cut");
        assertTrue(calls.subList(lastPin, cut).contains("read"));
        assertEquals(
                List.of("journal", "journal"), calls.subList(cut + 1, cut + 3), "nothing but journals after the cut");
        assertEquals(3, Collections.frequency(calls.subList(0, cut), "open"));
        assertTrue(calls.lastIndexOf("read") < calls.indexOf("published"));
        assertEquals(
                List.of("published", "published", "close", "close"), calls.subList(calls.size() - 4, calls.size()));
    }

    @Test
    void stepsRunOneAfterAnother() throws IOException {
        Path east = Files.createDirectory(backups.resolve("east"));
        Path west = Files.createDirectory(backups.resolve("west"));

        RunReport report = run(Plans.plan(Plans.full(database, east, 0, 1), Plans.full(database, west, 0, 2)));

        assertEquals(
                List.of("nightly/east/full", "nightly/west/full"),
                report.hotCopies().stream().map(RunReport.HotCopy::step).toList());
        for (Path set : List.of(east.resolve("set-0"), west.resolve("set-0"), west.resolve("set-2"))) {
            CopiedFiles.requireExact(database, set);
        }
    }

    @Test
    void singleArchiveAndEmptyDirectoryThatExistsAreFine() throws IOException {
        Files.createDirectory(backups.resolve("set-2"));
        run(Plans.plan(Plans.full(database, backups, 2)));
        CopiedFiles.requireExact(database, backups.resolve("set-2"));
    }

    @Test
    void directoriesBelowTheRootAreMadeForUsAlone() throws IOException {
        Path directory = backups.resolve("east/2021/set-0");
        HotCopyStep.Member planned = Plans.full(database, backups, 0).members().get(0);
        HotCopyStep.Member below = new HotCopyStep.Member(
                planned.archive(),
                planned.host(),
                planned.storageGroups(),
                backups,
                directory,
                planned.set(),
                planned.estimatedBytes());
        HotCopyStep step = new HotCopyStep(
                "nightly", "east", FileDatabase.NAME, HotCopyType.FULL, List.of(below), "asked for", Optional.empty());

        run(Plans.plan(step));

        CopiedFiles.requireExact(database, directory);
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.resolve("east/2021"))));
    }

    @Test
    void databaseThatNeverCommittedCanBeCopied() throws IOException {
        FileDatabase empty = new FileDatabase(Files.createDirectory(directory.resolve("empty")), "", "");
        Plans.engine(empty).run(Plans.plan(Plans.full(empty, backups, 0, 1)), ProgressListener.NONE);
        assertEquals(
                0,
                CopiedFiles.requireExact(empty, backups.resolve("set-0")).size().bytes());
    }

    @Test
    void stagesAndTasksAreTold() {
        List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());

        RunReport report = Plans.engine(database).run(Plans.plan(Plans.full(database, backups, 0, 1)), events::add);

        assertEquals(
                List.of(
                        "begin",
                        "initialise sets",
                        "pin",
                        "copy files",
                        "take the cut",
                        "copy journals",
                        "seal",
                        "publish"),
                events.stream()
                        .filter(StageEntered.class::isInstance)
                        .map(event -> ((StageEntered) event).stage())
                        .toList());
        for (RunReport.Archive archive : report.hotCopies().get(0).archives()) {
            requireOrderly(events, "archive " + archive.archive(), archive.bytes());
        }
    }

    private static void requireOrderly(List<ProgressEvent> events, String task, long bytes) {
        long done = -1;
        long finished = -1;
        for (ProgressEvent event : events) {
            if (event instanceof TaskStarted started && started.task().equals(task)) {
                assertEquals(-1, done, "started twice");
                done = 0;
            } else if (event instanceof TaskAdvanced advanced && advanced.task().equals(task)) {
                assertTrue(advanced.doneBytes() >= done && advanced.doneBytes() <= advanced.totalBytes(), "" + event);
                done = advanced.doneBytes();
            } else if (event instanceof TaskFinished end && end.task().equals(task)) {
                finished = end.bytes();
            }
        }
        assertEquals(bytes, finished);
    }

    @Test
    void planThatCannotRunIsRefusedBeforeAnythingIsTouched() {
        Problem error = new Problem(Problem.Severity.ERROR, "a rule forbids it", List.of("Do this."), Optional.empty());
        BackupPlan plan = new BackupPlan(
                Plans.NOW, List.of(Plans.full(database, backups, 0)), Pace.DEFAULT, List.of(), List.of(error));

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(plan));

        assertEquals("a rule forbids it", refused.getMessage());
        assertEquals(List.of("Do this."), refused.hints());
        assertFalse(Files.exists(backups.resolve("set-0")));
    }

    @Test
    void destinationThatCannotBeUsedIsRefusedBeforeAnySetIsMade() throws IOException {
        Files.writeString(Files.createDirectory(backups.resolve("set-1")).resolve("mine"), "mine");

        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> run(Plans.plan(Plans.full(database, backups, 0, 1))));

        assertTrue(refused.getMessage().endsWith("the directory is not empty"), refused.getMessage());
        assertFalse(Files.exists(backups.resolve("set-0")));
        assertEquals("mine", Files.readString(backups.resolve("set-1").resolve("mine")));
    }

    private RunReport run(BackupPlan plan) {
        return Plans.engine(database).run(plan, ProgressListener.NONE);
    }
}
