package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.engine.HotCopyStatus.State;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A step that fails ends those of its backup group, and no other. */
@Timeout(300)
class GroupsApartTest {

    @TempDir
    Path directory;

    private FileDatabase database;
    private Path east;
    private Path west;

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1", "SG1");
        east = Files.createDirectory(directory.resolve("east"));
        west = Files.createDirectory(directory.resolve("west"));
        for (int commit = 0; commit < 50; commit++) {
            database.commit(database.groups(), 100);
        }
    }

    @Test
    void theStepsOfOtherGroupsAreTaken() throws IOException {
        failAt("begin", 0);
        HotCopyHandle handle = started(
                Plans.full(database, east, 0),
                Plans.step(HotCopyType.SIMPLE, database, east, 0),
                Plans.full(database, west, 1));

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> finish(handle));

        assertEquals("planted 0", failed.getMessage());
        assertFalse(failed.cancelled());
        assertEquals(
                List.of(
                        "Mend 0.",
                        "Step nightly/east/full failed.",
                        "Step nightly/west/full is complete and stays.",
                        "Step nightly/east/simple was not begun."),
                failed.hints());
        assertEquals(List.of(State.FAILED, State.CANCELLED, State.COMPLETED), states(handle));
        assertEquals(
                "Hot copy was not begun, since the one before it did not complete",
                handle.status().get(1).message());
        CopiedFiles.requireExact(database, west.resolve("set-1"));
    }

    @Test
    void whatWasTakenOfTheGroupBeforeStays() throws IOException {
        failAt("begin", 1);
        HotCopyHandle handle = started(
                Plans.full(database, east, 0),
                Plans.step(HotCopyType.SIMPLE, database, east, 1),
                Plans.full(database, west, 0));

        HotCopyException failed = assertThrows(HotCopyException.class, () -> finish(handle));

        assertEquals(
                List.of(
                        "Mend 1.",
                        "Step nightly/east/simple failed.",
                        "Step nightly/east/full is complete and stays.",
                        "Step nightly/west/full is complete and stays."),
                failed.hints());
        assertEquals(List.of(State.COMPLETED, State.FAILED, State.COMPLETED), states(handle));
    }

    @Test
    void itFailsWithTheFirstAndTellsTheOthers() {
        failAt("begin", 0, 1);
        HotCopyHandle handle = started(Plans.full(database, east, 0), Plans.full(database, west, 1));

        HotCopyException failed = assertThrows(HotCopyException.class, () -> finish(handle));

        assertEquals("planted 0", failed.getMessage());
        assertEquals(
                List.of(
                        "Mend 0.",
                        "Step nightly/east/full failed.",
                        "Step nightly/west/full failed too: planted 1.",
                        "Mend 1."),
                failed.hints());
        assertEquals("planted 1", failed.getCause().getSuppressed()[0].getMessage());
        assertEquals(List.of(State.FAILED, State.FAILED), states(handle));
    }

    @Test
    void whoCancelsEndsAllGroups() throws IOException {
        Path third = Files.createDirectory(directory.resolve("third"));
        CompletableFuture<HotCopyHandle> begun = new CompletableFuture<>();
        database.watch((call, archive) -> {
            if (call.equals("begin")) {
                plant(archive.value() == 0, 0);
                begun.join().cancel();
            }
        });
        HotCopyHandle handle =
                started(Plans.full(database, east, 0), Plans.full(database, west, 1), Plans.full(database, third, 1));
        begun.complete(handle);

        HotCopyFailedException failed = assertThrows(HotCopyFailedException.class, () -> finish(handle));

        assertTrue(failed.cancelled(), failed.getMessage());
        assertTrue(failed.hints().contains("Step nightly/east/full failed too: planted 0."), "" + failed.hints());
        assertTrue(failed.hints().contains("Step nightly/west/full was cancelled."), "" + failed.hints());
        assertTrue(failed.hints().contains("Step nightly/third/full was not begun."), "" + failed.hints());
        assertEquals(List.of(State.FAILED, State.CANCELLED, State.CANCELLED), states(handle));
        assertFalse(Files.exists(third.resolve("set-1")));
        assertEquals(0, database.openCopies());
    }

    private HotCopyHandle started(HotCopyStep... steps) {
        BackupPlan plan = Plans.plan(steps);
        return Plans.engine(database).start(plan, ProgressListener.NONE);
    }

    private static RunReport finish(HotCopyHandle handle) {
        return handle.finish(Optional.empty()).orElseThrow();
    }

    private static List<State> states(HotCopyHandle handle) {
        return handle.status().stream().map(HotCopyStatus::state).toList();
    }

    private void failAt(String wanted, int... archives) {
        database.watch((call, id) -> plant(
                call.equals(wanted) && Arrays.stream(archives).anyMatch(archive -> archive == id.value()), id.value()));
    }

    private static void plant(boolean now, int archive) {
        if (now) {
            throw new HotCopyException("planted " + archive, "Mend " + archive + ".");
        }
    }
}
