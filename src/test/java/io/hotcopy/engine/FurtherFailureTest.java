package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SimpleCopyWriter;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incremental, journal and simple hot copies that fail or are cancelled at every call to the database. */
@Timeout(300)
class FurtherFailureTest {

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        load(100, 1);
        database.disturb();
        run(HotCopyType.FULL);
        load(60, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "INCREMENTAL, begin",
        "INCREMENTAL, continuation",
        "INCREMENTAL, cut",
        "INCREMENTAL, changes",
        "INCREMENTAL, produce",
        "JOURNAL, begin",
        "JOURNAL, continuation",
        "JOURNAL, cut",
        "JOURNAL, journal",
        "JOURNAL, open",
        "JOURNAL, read",
        "SIMPLE, begin",
        "SIMPLE, pin",
        "SIMPLE, open",
        "SIMPLE, read",
        "SIMPLE, cut",
        "SIMPLE, journal",
        "SIMPLE, finish"
    })
    void callThatFailsOrIsCancelledBeforePublicationLeavesAllAsItWas(HotCopyType type, String call) throws Exception {
        for (int archive = 0; archive < (call.equals("cut") ? 1 : 2); archive++) {
            ArchiveId failing = new ArchiveId(archive);
            database.watch((called, id) -> {
                if (called.equals(call) && id.equals(failing)) {
                    throw new IllegalStateException("planted");
                }
            });
            HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> run(type));
            assertTrue(failed.getMessage().endsWith("planted"), failed.getMessage());
            assertFalse(failed.cancelled());
            requireAsItWas();
        }
        try (HeldCopy held = new HeldCopy(database, Plans.step(type, database, backups, 0, 1), call)) {
            held.handle().cancel();
            HotCopyFailedException cancelled = assertThrows(
                    HotCopyFailedException.class, () -> held.handle().finish(Optional.empty()));
            assertTrue(cancelled.cancelled(), cancelled.getMessage());
            assertEquals(
                    HotCopyStatus.State.CANCELLED, held.handle().status().get(0).state());
        }
        requireAsItWas();
        requireNextWorks(type);
    }

    @ParameterizedTest
    @CsvSource({"INCREMENTAL, published", "INCREMENTAL, close", "JOURNAL, published", "JOURNAL, close", "SIMPLE, close"
    })
    void callThatFailsAfterPublicationLeavesTheHotCopyComplete(HotCopyType type, String call) throws IOException {
        database.watch((called, id) -> {
            if (called.equals(call) && id.equals(new ArchiveId(1))) {
                throw new IllegalStateException("planted");
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> run(type));

        assertTrue(failed.hints().contains("The hot copy is complete and can be restored."), "" + failed.hints());
        database.watch((called, id) -> {});
        if (type != HotCopyType.SIMPLE) {
            requireExact(type, 1);
            load(5, 3);
            run(type);
            requireExact(type, 2);
        }
        assertEquals(0, database.openCopies());
    }

    @Test
    void halfARunIsToldAndEachArchiveGoesOnFromItsOwnLastElement() throws IOException {
        Path second = backups.resolve("set-1/2.inc");
        run(HotCopyType.INCREMENTAL);
        load(5, 3);
        database.watch((called, id) -> {
            if (called.equals("changes")) {
                occupy(second);
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> run(HotCopyType.INCREMENTAL));

        assertEquals(
                List.of(
                        "Archive 0: backup set \"" + backups.resolve("set-0") + "\" holds its part of the hot copy.",
                        "Archive 1: backup set \"" + backups.resolve("set-1") + "\" is as it was before.",
                        "The hot copy is incomplete: its cut is not one that all archives can be restored to."),
                failed.hints());
        database.watch((called, id) -> {});
        Files.delete(second.resolve("in the way"));
        Files.delete(second);
        load(5, 4);
        run(HotCopyType.INCREMENTAL);
        ElementFacts zero = CopiedFiles.requireExactElement(database, backups.resolve("set-0"), "3.inc");
        ElementFacts one = CopiedFiles.requireExactElement(database, backups.resolve("set-1"), "2.inc");
        assertEquals(zero.cut(), one.cut());
        assertTrue(zero.pinPoint().isAfter(one.pinPoint()), zero.pinPoint() + " is not after " + one.pinPoint());
    }

    private static void occupy(Path place) {
        try {
            Files.createDirectories(place);
            if (!Files.exists(place.resolve("in the way"))) {
                Files.createFile(place.resolve("in the way"));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void requireAsItWas() {
        for (int archive = 0; archive < 2; archive++) {
            BackupSet set = BackupSet.open(backups.resolve("set-" + archive));
            assertEquals(1, set.elements().size());
            assertTrue(set.unpublished().isEmpty(), "left behind: " + set.unpublished());
            Path simple = backups.resolve("archive-" + archive);
            assertFalse(Files.exists(simple));
            assertFalse(Files.exists(SimpleCopyWriter.incomplete(simple)));
        }
        assertEquals(0, database.openCopies());
        assertFalse(database.isPinned());
    }

    private void requireNextWorks(HotCopyType type) throws IOException {
        database.watch((called, id) -> {});
        RunReport.HotCopy report = run(type);
        if (type != HotCopyType.SIMPLE) {
            requireExact(type, 1);
            return;
        }
        for (RunReport.Archive archive : report.archives()) {
            CopiedFiles.requireExactArchive(
                    database,
                    archive.directory(),
                    database.facts(FileDatabase.NAME)
                            .archive(archive.archive())
                            .orElseThrow()
                            .serves(),
                    report.cut());
        }
    }

    private void requireExact(HotCopyType type, int number) throws IOException {
        String name = number + (type == HotCopyType.INCREMENTAL ? ".inc" : ".jnl");
        CopiedFiles.requireExactElement(database, backups.resolve("set-0"), name);
        CopiedFiles.requireExactElement(database, backups.resolve("set-1"), name);
    }

    private void load(int commits, long seed) {
        Random random = new Random(seed);
        for (int commit = 0; commit < commits; commit++) {
            Load.commit(database, random);
        }
    }

    private RunReport.HotCopy run(HotCopyType type) {
        return Plans.engine(database)
                .run(Plans.plan(Plans.step(type, database, backups, 0, 1)), ProgressListener.NONE)
                .hotCopies()
                .get(0);
    }
}
