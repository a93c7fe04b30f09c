package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incremental, journal and simple hot copies that succeed, and those that may not begin. */
class FurtherCopiesTest {
    private static final long SEED = 4712;

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;
    private final Random random = new Random(SEED);

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        load(200);
    }

    @Test
    void chainOfEveryTypeIsExactWhileTheDatabaseGoesOn() throws Exception {
        run(HotCopyType.FULL, backups, 0, 1);
        for (int round = 1; round <= 4; round++) {
            RunReport.HotCopy incremental;
            RunReport.HotCopy journal;
            try (Load load = new Load(database, SEED + round)) {
                incremental = run(HotCopyType.INCREMENTAL, backups, 0, 1);
                journal = run(HotCopyType.JOURNAL, backups, 0, 1);
            }
            for (int archive = 0; archive < 2; archive++) {
                Path set = backups.resolve("set-" + archive);
                assertEquals(
                        incremental.cut(),
                        CopiedFiles.requireExactElement(database, set, round + ".inc")
                                .cut());
                assertEquals(
                        journal.cut(),
                        CopiedFiles.requireExactElement(database, set, round + ".jnl")
                                .cut());
            }
            load(30);
            database.disturb();
        }
        requireUnbroken(backups.resolve("set-0"), HotCopyType.INCREMENTAL);
        requireUnbroken(backups.resolve("set-1"), HotCopyType.JOURNAL);
        assertEquals(0, database.openCopies());
        assertFalse(database.isPinned());
    }

    /** Each begins where the one before ended, the first where the full ended. */
    private static void requireUnbroken(Path set, HotCopyType type) {
        List<ElementFacts> elements = BackupSet.open(set).facts().elements();
        ElementFacts before = elements.get(0);
        for (ElementFacts element : elements) {
            if (element.type() == type) {
                assertEquals(Optional.of(before.id()), element.previous());
                assertEquals(before.cut(), element.pinPoint());
                before = element;
            }
        }
    }

    @Test
    void elementSaysWhatItIs() throws IOException {
        run(HotCopyType.FULL, backups, 0, 1);
        load(10);
        RunReport.HotCopy report = run(HotCopyType.JOURNAL, backups, 0, 1);

        ElementFacts zero = CopiedFiles.requireExactElement(database, backups.resolve("set-0"), "1.jnl");
        ElementFacts one = CopiedFiles.requireExactElement(database, backups.resolve("set-1"), "1.jnl");
        assertEquals(HotCopyType.JOURNAL, report.type());
        assertEquals(report.run(), zero.id());
        assertEquals(zero.members(), one.members());
        assertEquals(
                zero.fingerprints().get(new StorageGroupName("SG1")),
                one.fingerprints().get(new StorageGroupName("SG1")));
        assertEquals(FileDatabase.groups("SG1 SG3 UNPARTITIONED"), one.covers().keySet());
        assertEquals(
                Optional.of(FileDatabase.FIRST_COMMIT.plusSeconds(201)),
                zero.times().earliest());
        assertEquals(
                Optional.of(FileDatabase.FIRST_COMMIT.plusSeconds(210)),
                zero.times().latest());
        assertEquals(new CommitNumber(200), report.archives().get(0).pinPoint());
    }

    @Test
    void idleDatabaseGivesElementsWithNothingInThemThatContinueTheChain() throws IOException {
        run(HotCopyType.FULL, backups, 0, 1);
        for (int round = 1; round <= 11; round++) {
            run(HotCopyType.INCREMENTAL, backups, 0, 1);
        }
        ElementFacts last = CopiedFiles.requireExactElement(database, backups.resolve("set-0"), "11.inc");
        assertTrue(last.covers().values().stream().allMatch(range -> range.isEmpty()));
        requireUnbroken(backups.resolve("set-0"), HotCopyType.INCREMENTAL);
    }

    @Test
    void journalChainGoesOnInTheNextSet() throws IOException {
        run(HotCopyType.FULL, backups, 0);
        load(10);
        RunReport.HotCopy first = run(HotCopyType.JOURNAL, backups, 0);
        load(10);
        Path next = Files.createDirectory(directory.resolve("next"));
        run(HotCopyType.FULL, next, 0);
        load(10);

        run(HotCopyType.JOURNAL, next, 0);

        ElementFacts journal = CopiedFiles.requireExactElement(database, next.resolve("set-0"), "1.jnl");
        assertEquals(Optional.of(first.run()), journal.previous());
        assertEquals(first.cut(), journal.pinPoint());
    }

    @Test
    void simpleHotCopyIsAnArchiveAtTheCutAndNoSet() throws Exception {
        RunReport.HotCopy report;
        try (Load load = new Load(database, SEED)) {
            report = run(HotCopyType.SIMPLE, backups, 0, 1);
        }
        for (RunReport.Archive archive : report.archives()) {
            SortedSet<StorageGroupName> groups = database.facts(FileDatabase.NAME)
                    .archive(archive.archive())
                    .orElseThrow()
                    .serves();
            CopiedFiles.requireExactArchive(database, archive.directory(), groups, report.cut());
            assertFalse(BackupSet.isLikely(archive.directory()));
            assertEquals(Optional.empty(), archive.set());
        }
        assertFalse(database.isPinned());
        assertEquals(
                Optional.empty(),
                database.facts(FileDatabase.NAME)
                        .archive(new ArchiveId(0))
                        .orElseThrow()
                        .newestSet());
    }

    @Test
    void leftoversOfAnElementThatWasNeverPublishedAreCleared() throws IOException {
        run(HotCopyType.FULL, backups, 0);
        Path left = Files.createDirectories(backups.resolve("set-0/tmp/1.inc/data"));
        Files.writeString(left.resolve("half"), "half");
        Path others = Files.createDirectories(backups.resolve("set-0/tmp/1.jnl"));

        run(HotCopyType.INCREMENTAL, backups, 0);

        CopiedFiles.requireExactElement(database, backups.resolve("set-0"), "1.inc");
        assertTrue(Files.exists(others), "a journal copy may be running");
        assertEquals(
                List.of("1.jnl"),
                List.copyOf(BackupSet.open(backups.resolve("set-0")).unpublished()));
    }

    @Test
    void setOfAnotherArchiveIsRefusedNamingBoth() {
        run(HotCopyType.FULL, backups, 0, 1);
        HotCopyStep right = Plans.step(HotCopyType.INCREMENTAL, database, backups, 0, 1);
        HotCopyStep.Member zero = right.members().get(0);
        HotCopyStep.Member one = right.members().get(1);
        HotCopyStep wrong = Plans.with(
                right,
                List.of(new HotCopyStep.Member(
                        zero.archive(),
                        zero.host(),
                        zero.storageGroups(),
                        zero.root(),
                        one.directory(),
                        one.set(),
                        zero.estimatedBytes())));

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(wrong));

        assertEquals(
                "backup set \"" + one.directory()
                        + "\" is of archive 00000000-0000-0001-0000-000000000001, archive 0 is"
                        + " archive 00000000-0000-0001-0000-000000000000",
                refused.getMessage());
        assertEquals(0, database.openCopies());
    }

    @Test
    void setsOfDifferentCollectionsAreNotMixed() throws IOException {
        run(HotCopyType.FULL, backups, 0, 1);
        Path others = Files.createDirectory(directory.resolve("others"));
        run(HotCopyType.FULL, others, 1);
        HotCopyStep zero = Plans.step(HotCopyType.INCREMENTAL, database, backups, 0);
        HotCopyStep one = Plans.step(HotCopyType.INCREMENTAL, database, others, 1);
        HotCopyStep mixed =
                Plans.with(zero, List.of(zero.members().get(0), one.members().get(0)));

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(mixed));

        assertTrue(
                refused.getMessage().startsWith("Backup sets of different backup collections cannot be mixed: \""),
                refused.getMessage());
        assertEquals(1, BackupSet.open(backups.resolve("set-0")).elements().size());
    }

    @Test
    void anotherSetInThePlannedDirectoryIsRefusedBeforeAnythingBegins() throws IOException {
        run(HotCopyType.FULL, backups, 0);
        HotCopyStep planned = Plans.step(HotCopyType.INCREMENTAL, database, backups, 0);
        Files.move(backups.resolve("set-0"), backups.resolve("elsewhere"));
        run(HotCopyType.FULL, backups, 0);

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(planned));

        assertTrue(refused.getMessage().contains("the plan says set"), refused.getMessage());
    }

    @Test
    void elementThatTheSetHasLostIsMissed() throws IOException {
        run(HotCopyType.FULL, backups, 0);
        run(HotCopyType.INCREMENTAL, backups, 0);
        load(5);
        run(HotCopyType.INCREMENTAL, backups, 0);
        Files.move(backups.resolve("set-0/2.inc"), directory.resolve("2.inc"));

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(HotCopyType.INCREMENTAL, backups, 0));

        assertTrue(refused.getMessage().endsWith("is missing in the backup set"), refused.getMessage());
    }

    @Test
    void simpleHotCopyIntoADirectoryThatIsNotEmptyIsRefused() throws IOException {
        Files.writeString(Files.createDirectory(backups.resolve("archive-0")).resolve("mine"), "mine");

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(HotCopyType.SIMPLE, backups, 0));

        assertTrue(refused.getMessage().endsWith("the directory is not empty"), refused.getMessage());
        assertEquals("mine", Files.readString(backups.resolve("archive-0/mine")));
    }

    @Test
    void simpleHotCopyBesideABrokenOffOneIsRefusedNamingIt() throws IOException {
        Files.createDirectory(backups.resolve("archive-0.incomplete"));

        HotCopyException refused = assertThrows(HotCopyException.class, () -> run(HotCopyType.SIMPLE, backups, 0));

        assertEquals(
                "Unable to create archive directory \"" + backups.resolve("archive-0.incomplete") + "\" (File exists)",
                refused.getMessage());
    }

    private void load(int commits) {
        for (int commit = 0; commit < commits; commit++) {
            Load.commit(database, random);
        }
    }

    private RunReport.HotCopy run(HotCopyType type, Path place, int... archives) {
        return run(Plans.step(type, database, place, archives));
    }

    private RunReport.HotCopy run(HotCopyStep step) {
        return Plans.engine(database)
                .run(Plans.plan(step), ProgressListener.NONE)
                .hotCopies()
                .get(0);
    }
}
