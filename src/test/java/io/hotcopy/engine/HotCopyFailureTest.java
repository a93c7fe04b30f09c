package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, nothing looks whole that is not, every archive is let go, and the next hot copy works. */
@Timeout(300)
class HotCopyFailureTest {

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;
    private Path later;

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        later = Files.createDirectory(directory.resolve("later"));
        Random random = new Random(1);
        for (int commit = 0; commit < 300; commit++) {
            Load.commit(database, random);
        }
        database.disturb();
        Load.commit(database, random);
    }

    @ParameterizedTest
    @CsvSource({
        "begin, 0",
        "begin, 1",
        "initialised, 0",
        "initialised, 1",
        "pin, 0",
        "pin, 1",
        "open, 0",
        "open, 1",
        "read, 0",
        "read, 1",
        "cut, 0",
        "journal, 0",
        "journal, 1"
    })
    void callThatFailsBeforePublicationLeavesNothingWhole(String call, int archive) throws IOException {
        IllegalStateException planted = new IllegalStateException("planted");
        failAt(call, archive, planted);

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertSame(planted, rootOf(failed));
        assertFalse(failed.cancelled());
        assertTrue(failed.getMessage().endsWith("planted"), failed.getMessage());
        requireNothingWhole();
        requireNextHotCopyWorks();
    }

    @ParameterizedTest
    @CsvSource({"published, 0", "published, 1", "close, 0", "close, 1"})
    void callThatFailsAfterPublicationLeavesTheHotCopyComplete(String call, int archive) throws IOException {
        failAt(call, archive, new IllegalStateException("planted"));

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertTrue(failed.hints().contains("The hot copy is complete and can be restored."), "" + failed.hints());
        CopiedFiles.requireExact(database, backups.resolve("set-0"));
        CopiedFiles.requireExact(database, backups.resolve("set-1"));
        requireNextHotCopyWorks();
    }

    @Test
    void refusalBeforeAnythingWasMadeComesThroughAsItIs() throws IOException {
        CopyRequest other = new CopyRequest(
                new ElementId(new UUID(1, 1)), HotCopyType.FULL, Optional.of(new SetId(new UUID(2, 2))));
        database.begin(new ArchiveId(1), other);

        assertThrows(CopyRefusedException.class, this::copyBoth);

        assertEquals(1, database.openCopies());
        assertFalse(Files.exists(backups.resolve("set-0")));
    }

    @Test
    void bothThatFailAtOnceAreReported() throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        database.watch((call, archive) -> {
            if (call.equals("read")) {
                await(both);
                throw new IllegalStateException("planted in archive " + archive);
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> copy(2, 0, 1));

        Throwable first = failed.getCause();
        assertEquals(1, first.getSuppressed().length);
        assertEquals(
                List.of("planted in archive 0", "planted in archive 1"),
                List.of(first, first.getSuppressed()[0]).stream()
                        .map(Throwable::getMessage)
                        .sorted()
                        .toList());
        requireNothingWhole();
    }

    @Test
    void failureOfOneStopsTheOthers() throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        database.watch((call, archive) -> {
            if (call.equals("read")) {
                await(both);
                if (archive.value() == 0) {
                    throw new IllegalStateException("planted");
                }
                waitForInterrupt();
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> copy(2, 0, 1));

        assertEquals("planted", failed.getCause().getMessage());
        assertEquals(0, failed.getCause().getSuppressed().length, "being stopped is no failure of its own");
        requireNothingWhole();
    }

    @Test
    void whatFailsWhileGivingUpIsKeptBesideTheCause() throws IOException {
        database.watch((call, archive) -> {
            if (call.equals("read") && archive.value() == 0 || call.equals("close")) {
                throw new IllegalStateException("planted at " + call);
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertEquals("planted at read", failed.getCause().getMessage());
        assertEquals(
                List.of("planted at close", "planted at close"),
                List.of(failed.getCause().getSuppressed()).stream()
                        .map(Throwable::getMessage)
                        .toList());
        requireNothingWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stalled", "left"})
    void cutThatCannotBeTakenFailsTheHotCopy(String why) throws IOException {
        database.watch((call, archive) -> {
            if (call.equals("cut") && why.equals("stalled")) {
                database.stall(true);
            } else if (call.equals("cut")) {
                database.state(1, ArchiveFacts.State.STOPPED);
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertTrue(failed.getMessage().contains("failed at stage \"take the cut\""), failed.getMessage());
        assertInstanceOf(HotCopyException.class, failed.getCause());
        requireNothingWhole();
    }

    @Test
    void failedHotCopySaysWhatItLeft() {
        failAt("read", 1, new HotCopyException("planted", "Do something."));

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertEquals(
                "full hot copy of backup group \"backups\" failed at stage \"copy files\": planted",
                failed.getMessage());
        assertEquals(List.of("Do something.", leftOfFull(0), leftOfFull(1)), failed.hints());
    }

    @Test
    void failedStepLeavesTheStepsBeforeItComplete() throws IOException {
        BackupPlan plan = Plans.plan(Plans.full(database, backups, 0), Plans.full(database, later, 1));
        failAt("begin", 1, new HotCopyException("planted", "Do something."));

        HotCopyFailedException failed = assertThrows(
                HotCopyFailedException.class, () -> Plans.engine(database).run(plan, ProgressListener.NONE));

        assertEquals("planted", failed.getMessage());
        assertEquals(
                List.of(
                        "Do something.",
                        "Step nightly/later/full failed.",
                        "Step nightly/backups/full is complete and stays."),
                failed.hints());
        CopiedFiles.requireExact(database, backups.resolve("set-0"));
    }

    @Test
    void fileThatEndsTooSoonIsNamed() throws IOException {
        database.watch((call, archive) -> {
            if (call.equals("open")) {
                truncate(directory.resolve("home/archive-" + archive + "/files"));
            }
        });

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, this::copyBoth);

        assertTrue(
                failed.getMessage().matches(".*cannot read file \"files/\\d+.dat\" of archive [01]: it ended before.*"),
                failed.getMessage());
        requireNothingWhole();
    }

    private String leftOfFull(int archive) {
        return "Archive " + archive + ": backup set \"" + backups.resolve("set-" + archive)
                + "\" holds no full: it stays for journal hot copies only, which carry older backup sets forward;"
                + " take the next full into another directory.";
    }

    private void failAt(String wanted, int archive, RuntimeException failure) {
        database.watch((call, id) -> {
            if (call.equals(wanted) && id.value() == archive) {
                throw failure;
            }
        });
    }

    private RunReport copyBoth() {
        return copy(4, 0, 1);
    }

    private RunReport copy(int threads, int... archives) {
        EngineOptions options = new EngineOptions(threads, Duration.ofMillis(50));
        HotCopyEngine engine = new HotCopyEngine(database, options, Clock.systemUTC(), new Random(7));
        return engine.run(Plans.plan(Plans.full(database, backups, archives)), ProgressListener.NONE);
    }

    private void requireNothingWhole() {
        CopiedFiles.requireNothingWhole(backups.resolve("set-0"));
        CopiedFiles.requireNothingWhole(backups.resolve("set-1"));
        assertEquals(0, database.openCopies());
        assertFalse(database.isPinned());
    }

    private void requireNextHotCopyWorks() throws IOException {
        database.watch((call, archive) -> {});
        assertEquals(0, database.openCopies());
        assertFalse(database.isPinned());
        Plans.engine(database).run(Plans.plan(Plans.full(database, later, 0, 1)), ProgressListener.NONE);
        CopiedFiles.requireExact(database, later.resolve("set-0"));
        CopiedFiles.requireExact(database, later.resolve("set-1"));
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static void truncate(Path files) {
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.write(file, new byte[1]);
            }
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
