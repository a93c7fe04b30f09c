package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, which is an interrupt of the thread that runs the plan. */
@Timeout(300)
class HotCopyCancelTest {

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;
    private Path later;

    /** What became of the run on its own thread. */
    private final class Running implements Runnable {
        private final BackupPlan plan;
        private final Thread thread = new Thread(this, "caller");
        private RuntimeException failure;
        private RunReport report;
        private boolean interruptedAfterwards;

        Running(BackupPlan plan) {
            this.plan = plan;
            thread.start();
        }

        @Override
        public void run() {
            try {
                report = Plans.engine(database).run(plan, ProgressListener.NONE);
            } catch (RuntimeException failed) {
                failure = failed;
            }
            interruptedAfterwards = Thread.currentThread().isInterrupted();
        }
    }

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        later = Files.createDirectory(directory.resolve("later"));
        Random random = new Random(1);
        for (int commit = 0; commit < 200; commit++) {
            Load.commit(database, random);
        }
        database.disturb();
        Load.commit(database, random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "initialised", "pin", "open", "read", "journal"})
    void interruptStopsAHotCopyWhereverItIs(String call) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        database.watch((called, archive) -> {
            if (called.equals(call) && archive.value() == 1) {
                reached.countDown();
                waitForInterrupt();
            }
        });

        requireCancelled(reached);
    }

    @Test
    void interruptStopsTheWaitForTheCut() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        database.watch((called, archive) -> {
            if (called.equals("cut")) {
                database.stall(true);
                reached.countDown();
            }
        });

        requireCancelled(reached);
    }

    private void requireCancelled(CountDownLatch reached) throws InterruptedException {
        Running running = new Running(Plans.plan(Plans.full(database, backups, 0, 1)));
        reached.await();
        running.thread.interrupt();
        running.thread.join();

        HotCopyFailedException failure = assertInstanceOf(HotCopyFailedException.class, running.failure);
        assertTrue(failure.cancelled(), failure.getMessage());
        assertTrue(failure.getMessage().contains("was cancelled at stage"), failure.getMessage());
        assertInstanceOf(InterruptedException.class, failure.getCause());
        assertFalse(running.interruptedAfterwards);
        CopiedFiles.requireNothingWhole(backups.resolve("set-0"));
        CopiedFiles.requireNothingWhole(backups.resolve("set-1"));
        assertEquals(0, database.openCopies());
        assertFalse(database.isPinned());
    }

    @Test
    void interruptDuringPublicationComesTooLateForThisHotCopyAndStopsTheNext() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        holdPublicationOf(0, reached, goOn);
        Running running =
                new Running(Plans.plan(Plans.full(database, backups, 0, 1), Plans.full(database, later, 0, 1)));

        reached.await();
        running.thread.interrupt();
        goOn.countDown();
        running.thread.join();

        HotCopyFailedException failure = assertInstanceOf(HotCopyFailedException.class, running.failure);
        assertTrue(failure.cancelled());
        assertTrue(failure.hints().contains("Step nightly/backups/full is complete and stays."), "" + failure.hints());
        CopiedFiles.requireExact(database, backups.resolve("set-0"));
        CopiedFiles.requireExact(database, backups.resolve("set-1"));
        assertFalse(Files.exists(later.resolve("set-0")));
        assertEquals(0, database.openCopies());
    }

    @Test
    void interruptDuringTheLastPublicationIsLeftToTheCaller() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        holdPublicationOf(1, reached, goOn);
        Running running = new Running(Plans.plan(Plans.full(database, backups, 0, 1)));

        reached.await();
        running.thread.interrupt();
        goOn.countDown();
        running.thread.join();

        assertNull(running.failure);
        assertEquals(1, running.report.hotCopies().size());
        assertTrue(running.interruptedAfterwards);
        CopiedFiles.requireExact(database, backups.resolve("set-0"));
    }

    private void holdPublicationOf(int archive, CountDownLatch reached, CountDownLatch goOn) {
        database.watch((called, id) -> {
            if (called.equals("published") && id.equals(new ArchiveId(archive))) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException disturbed) {
                    throw new AssertionError("publication was disturbed", disturbed);
                }
            }
        });
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException("interrupted", cancelled);
        }
    }
}
