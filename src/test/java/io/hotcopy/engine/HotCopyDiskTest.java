package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestoreRefusedException;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the backup sets fails or loses power at every one of its operations in turn, or is full. */
class HotCopyDiskTest {
    private static final long SEED = 4711;

    @TempDir(factory = InMemory.class)
    Path directory;

    private FileDatabase database;
    private final Set<ArchiveId> told = new ConcurrentSkipListSet<>();

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        Random random = new Random(SEED);
        for (int commit = 0; commit < 20; commit++) {
            Load.commit(database, random);
        }
        database.disturb();
        Load.commit(database, random);
        database.watch((call, archive) -> {
            if (call.equals("published")) {
                told.add(archive);
            }
        });
    }

    @Test
    void errorAtAnyOperationLeavesNothingThatLooksWholeAndIsNot() throws IOException {
        long operations = operationsOfAGoodRun();
        for (long operation = 1; operation <= operations; operation++) {
            FaultyStorage disk = disk(operation).failAt(operation);
            Optional<String> failure = failure(disk.root());
            assertEquals(0, database.openCopies(), at(operation));
            assertFalse(database.isPinned(), at(operation));
            Set<Path> usable = usable(disk.reopened());
            requireToldOnlyOfUsable(disk.reopened(), usable, operation);
            assertTrue(usable.size() == 2 || failure.isPresent(), at(operation));
            if (failure.isPresent() && !failure.get().contains("at stage \"publish\"")) {
                assertEquals(Set.of(), usable, at(operation) + ": published before all were sealed");
            }
        }
    }

    @Test
    void powerThatFailsAtAnyOperationLeavesWholeElementsOrNoneAndHalfARunIsRecognised() throws IOException {
        long operations = operationsOfAGoodRun();
        Set<Integer> numbersSeen = new TreeSet<>();
        for (long operation = 1; operation <= operations; operation++) {
            FaultyStorage disk = disk(operation).crashAt(operation);
            failure(disk.root());
            disk.crash();
            Set<Path> usable = usable(disk.reopened());
            numbersSeen.add(usable.size());
            requireToldOnlyOfUsable(disk.reopened(), usable, operation);
            if (usable.size() == 1) {
                requireIncomplete(usable.iterator().next());
            }
        }
        assertEquals(Set.of(0, 1, 2), numbersSeen, "half a run, which the test is about, was not seen");
    }

    @Test
    void fullDiskIsNamedAndLeavesNothingWhole() throws IOException {
        for (long room : List.of(0L, 1000L, 5000L, 10_000L)) {
            FaultyStorage disk = disk(room).room(room);

            HotCopyException failed = assertThrows(HotCopyException.class, () -> copy(disk.root()));

            assertTrue(failed.getMessage().contains("no space left on device"), failed.getMessage());
            assertTrue(failed.hints().get(0).startsWith("Free space on that file system"), "" + failed.hints());
            assertEquals(Set.of(), usable(disk.reopened()));
        }
    }

    private long operationsOfAGoodRun() throws IOException {
        FaultyStorage disk = disk(0);
        assertEquals(Optional.empty(), failure(disk.root()));
        return disk.operations();
    }

    private FaultyStorage disk(long seed) throws IOException {
        told.clear();
        return new FaultyStorage(Files.createTempDirectory(directory, "disk"), SEED + seed);
    }

    /** Runs a hot copy; its failure's message, if it failed. */
    private Optional<String> failure(Path backups) {
        try {
            copy(backups);
            return Optional.empty();
        } catch (HotCopyException failed) {
            return Optional.of(failed.getMessage());
        }
    }

    private void copy(Path backups) {
        Plans.engine(database).run(Plans.plan(Plans.full(database, backups, 0, 1)), ProgressListener.NONE);
    }

    /** The sets whose full can be seen; each is whole and exact. */
    private Set<Path> usable(Path backups) throws IOException {
        Set<Path> usable = new TreeSet<>();
        for (int archive = 0; archive < 2; archive++) {
            Path set = backups.resolve("set-" + archive);
            if (isUsable(set)) {
                CopiedFiles.requireExact(database, set);
                usable.add(set);
            }
        }
        return usable;
    }

    private static boolean isUsable(Path set) {
        if (!Files.exists(set)) {
            return false;
        }
        try {
            return BackupSet.open(set).state() == BackupSet.State.USABLE;
        } catch (NotASetException neverFinishedBeingMade) {
            return false;
        }
    }

    /** The database may let go of journal only when the element that replaces it cannot be lost any more. */
    private void requireToldOnlyOfUsable(Path backups, Set<Path> usable, long operation) {
        for (ArchiveId archive : told) {
            assertTrue(usable.contains(backups.resolve("set-" + archive)), "leases moved too early " + at(operation));
        }
    }

    private static void requireIncomplete(Path set) {
        List<SetFacts> alone = List.of(BackupSet.open(set).facts());
        assertThrows(RestoreRefusedException.class, () -> RecoveryPlanner.plan(alone, new RestoreTarget.Latest()));
    }

    private static String at(long operation) {
        return "at operation " + operation + ", seed " + (SEED + operation);
    }
}
