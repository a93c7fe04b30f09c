package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.engine.HotCopyStatus.State;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hot copies that nobody waits for: status, cancel, timeout, the end of the engine. */
@Timeout(300)
class HotCopyHandleTest {

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path backups;
    private Path later;
    private HotCopyEngine engine;

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        backups = Files.createDirectory(directory.resolve("backups"));
        later = Files.createDirectory(directory.resolve("later"));
        for (int commit = 0; commit < 100; commit++) {
            database.commit(database.groups(), 100);
        }
        database.disturb();
        engine = Plans.engine(database);
    }

    @Test
    void statusTellsHowFarItIs() throws Exception {
        try (HeldCopy held = held(Plans.plan(Plans.full(database, backups, 0, 1)), "cut")) {
            HotCopyStatus status = held.handle().status().get(0);
            assertEquals(State.RUNNING, status.state());
            assertEquals("take the cut", status.stage());
            assertEquals("nightly/backups/full", status.step());
            assertEquals(Optional.of(Plans.NOW), status.began());
            assertEquals(Optional.empty(), status.ended());
            for (HotCopyStatus.Archive archive : status.archives()) {
                assertTrue(archive.copied().bytes() > 0);
                assertEquals(archive.expected(), archive.copied());
                assertTrue(archive.megabytesPerSecond() > 0);
            }
            assertEquals(List.of(status), engine.hotCopies());

            RunReport.HotCopy report = held.finish();

            HotCopyStatus ended = engine.hotCopies().get(0);
            assertEquals(report.run(), ended.id());
            assertEquals(State.COMPLETED, ended.state());
            assertEquals("Hot copy successfully completed", ended.message());
            assertEquals(Optional.of(Plans.NOW), ended.ended());
        }
    }

    @Test
    void timeoutLeavesItRunningAndItsEndIsTold() throws Exception {
        try (HeldCopy held = held(Plans.plan(Plans.full(database, backups, 0)), "cut")) {
            assertFalse(held.handle().await(Duration.ZERO));
            assertEquals(Optional.empty(), held.handle().finish(Optional.of(Duration.ofMillis(1))));
            CountDownLatch told = new CountDownLatch(1);
            List<HotCopyStatus> heard = Collections.synchronizedList(new ArrayList<>());
            held.handle().whenEnded(ended -> {
                heard.addAll(ended);
                told.countDown();
            });
            assertFalse(held.handle().isEnded());

            held.finish();

            told.await();
            assertEquals(State.COMPLETED, heard.get(0).state());
            CopiedFiles.requireExact(database, backups.resolve("set-0"));
            held.handle().whenEnded(heard::addAll);
            assertEquals(2, heard.size(), "who asks after the end is told at once, and nobody twice");
        }
    }

    @Test
    void anyoneWhoKnowsTheIdCancelsItAndTheStepsBehindIt() throws Exception {
        BackupPlan plan = Plans.plan(Plans.full(database, backups, 0), Plans.full(database, later, 1));
        try (HeldCopy held = held(plan, "read")) {
            assertEquals(
                    List.of(State.RUNNING, State.WAITING),
                    held.handle().status().stream().map(HotCopyStatus::state).toList());

            engine.hotCopy(held.handle().ids().get(1)).orElseThrow().cancel();
            held.handle().awaitEnd();

            assertEquals(
                    List.of(State.CANCELLED, State.CANCELLED),
                    held.handle().status().stream().map(HotCopyStatus::state).toList());
            assertTrue(held.handle().status().get(0).message().contains("was cancelled at stage \"copy files\""));
            CopiedFiles.requireNothingWhole(backups.resolve("set-0"));
            assertFalse(Files.exists(later.resolve("set-1")));
            assertEquals(0, database.openCopies());
        }
    }

    @Test
    void failedOneSaysWhy() {
        database.watch((call, archive) -> {
            if (call.equals("pin")) {
                throw new HotCopyException("planted");
            }
        });
        HotCopyHandle handle = engine.start(Plans.plan(Plans.full(database, backups, 0)), ProgressListener.NONE);
        HotCopyFailedException failed =
                assertThrows(HotCopyFailedException.class, () -> handle.finish(Optional.empty()));
        assertTrue(
                Arrays.stream(failed.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(HotCopyHandleTest.class.getName())),
                "it does not say who waited for it, by which a script finds its line");
        assertEquals(State.FAILED, handle.status().get(0).state());
        assertEquals(
                "full hot copy of backup group \"backups\" failed at stage \"pin\": planted",
                handle.status().get(0).message());
    }

    @Test
    void closingTheEngineCancelsWhatRunsAndLetsNothingBegin() throws Exception {
        try (HeldCopy held = held(Plans.plan(Plans.full(database, backups, 0)), "read")) {
            engine.close();

            assertEquals(State.CANCELLED, held.handle().status().get(0).state());
            assertEquals(0, database.openCopies());
            HotCopyException refused = assertThrows(
                    HotCopyException.class,
                    () -> engine.run(Plans.plan(Plans.full(database, later, 0)), ProgressListener.NONE));
            assertEquals("no hot copy can begin: the domain is being stopped", refused.getMessage());
        }
    }

    @Test
    void onlyTheLatestOfThoseThatEndedAreRemembered() {
        engine.run(Plans.plan(Plans.full(database, backups, 0)), ProgressListener.NONE);
        for (int run = 0; run < 60; run++) {
            engine.run(Plans.plan(Plans.step(HotCopyType.JOURNAL, database, backups, 0)), ProgressListener.NONE);
        }
        List<HotCopyStatus> known = engine.hotCopies();
        assertEquals(51, known.size());
        assertTrue(known.stream().allMatch(status -> status.type() == HotCopyType.JOURNAL));
    }

    @Test
    void stagesOfACoordinatedCopyAddUp() {
        RunReport.HotCopy report = engine.run(Plans.plan(Plans.full(database, backups, 0, 1)), ProgressListener.NONE)
                .hotCopies()
                .get(0);
        assertEquals(
                report.bytes(),
                report.stages().stream().mapToLong(RunReport.Stage::bytes).sum());
        RunReport.Stage cut = report.stages().get(4);
        assertEquals("take the cut", cut.name());
        assertEquals(
                "commit " + report.cut() + " to become stable",
                cut.waitedFor().orElseThrow().whom());
        assertTrue(report.stages().stream().allMatch(stage -> stage.nanos() >= 0 && stage.commits() == 0));
    }

    private HeldCopy held(BackupPlan plan, String call) throws InterruptedException {
        return new HeldCopy(engine, database, plan, call);
    }
}
