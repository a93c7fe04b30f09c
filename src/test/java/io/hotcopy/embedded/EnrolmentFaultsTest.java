package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storage manager is added, started, stopped, and removed with all it had, and a declared one is removed, on a disk
 * that fails at each place in turn.
 */
class EnrolmentFaultsTest {

    private static final ArchiveId ONE = new ArchiveId(1);
    private static final ArchiveId SEVEN = new ArchiveId(7);
    private static final String TABLE = "t";

    /** Of some 100 places, each of which takes several starts of the domain. */
    private static final int EVERY = 10;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private Step reached = Step.NONE;

    /** What has come back without a failure. */
    private enum Step {
        NONE,
        ADDED,
        STARTED,
        STOPPED,
        PURGED,
        REMOVED
    }

    @Test
    void crashAnywhereLeavesItBeforeOrAfter() throws IOException {
        long crashes = walk().crashes(1, this::requireBeforeOrAfter);

        assertTrue(crashes > 10, crashes + " crashes");
    }

    @Test
    void anInputOutputErrorAnywhereLeavesItBeforeOrAfter() throws IOException {
        walk().errors(this::requireBeforeOrAfter);
    }

    /** The power may fail while nothing is being written: then the first that is asked of the disk tells. */
    @Test
    void aDiskThatAnswersNothingIsTold() throws IOException {
        FaultyStorage disk = new FaultyStorage(scratch, 1);
        EmbeddedDomain domain = sample(disk.root()).start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        StorageManager seven = new StorageManager(SEVEN, "h0", new TreeSet<>(Set.of(SG1)), true);
        disk.crash();
        assertThrows(HotCopyException.class, () -> database.addStorageManager(seven, place(disk.root()), false));
        domain.crash();
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, EnrolmentFaultsTest::live, this::comeAndGo).every(EVERY);
    }

    private static SampleDomain sample(Path root) {
        return new SampleDomain(root.resolve("home")).with(0, SG1).with(1, SG1);
    }

    private static void live(Path root) {
        try (EmbeddedDomain domain = sample(root).start()) {
            SampleDomain.database(domain).createTable(TABLE, 2, List.of(SG1));
            put(domain, "before");
        }
    }

    private void comeAndGo(Path root) {
        reached = Step.NONE;
        EmbeddedDomain domain = sample(root).start();
        try {
            EmbeddedDatabase database = SampleDomain.database(domain);
            database.addStorageManager(
                    new StorageManager(SEVEN, "h0", new TreeSet<>(Set.of(SG1)), true), place(root), false);
            reached = Step.ADDED;
            database.startStorageManager(SEVEN, ProgressListener.NONE);
            reached = Step.STARTED;
            database.stopStorageManager(SEVEN);
            reached = Step.STOPPED;
            database.removeStorageManager(SEVEN, true);
            reached = Step.PURGED;
            database.stopStorageManager(ONE);
            database.removeStorageManager(ONE, false);
            reached = Step.REMOVED;
        } finally {
            domain.crash();
        }
    }

    private static Path place(Path root) {
        return root.resolve("disk-7").resolve("archive");
    }

    private void requireBeforeOrAfter(Path root, Attempt attempt) {
        EmbeddedDomain domain = restart(root);
        try {
            EmbeddedDatabase database = SampleDomain.database(domain);
            List<ArchiveId> known =
                    database.archiveStates().stream().map(ArchiveStatus::id).toList();
            boolean seven = known.contains(SEVEN);
            assertTrue(known.contains(new ArchiveId(0)));
            assertTrue(known.contains(ONE) || reached.compareTo(Step.PURGED) >= 0, known + " after " + reached);
            switch (reached) {
                case NONE, STOPPED -> {}
                case ADDED, STARTED -> assertTrue(seven, "forgotten after " + reached);
                case PURGED -> assertFalse(seven, "back after it was removed");
                case REMOVED -> assertEquals(List.of(new ArchiveId(0)), known);
            }
            if (!seven) {
                assertFalse(Files.exists(place(root).resolve("archive.yaml")), "it is left after " + reached);
            }
            assertEquals(
                    new TreeSet<>(known),
                    new TreeSet<>(SchemaRecords.read(
                                    database.running().members().get(0).store())
                            .serving()
                            .keySet()));
            goOn(domain, seven);
            BankCheck.requireSums(database, attempt.fault());
        } finally {
            domain.crash();
        }
    }

    /** It comes, if it is there no more, and both have what is committed. */
    private static void goOn(EmbeddedDomain domain, boolean seven) {
        EmbeddedDatabase database = SampleDomain.database(domain);
        if (seven && state(database) == State.STOPPED) {
            database.startStorageManager(SEVEN, ProgressListener.NONE);
        }
        put(domain, "after");
        try (Transaction reading = database.begin()) {
            assertTrue(reading.get(TABLE, bytes("before")).isPresent());
            assertTrue(reading.get(TABLE, bytes("after")).isPresent());
        }
    }

    private static State state(EmbeddedDatabase database) {
        return database.archiveStates().stream()
                .filter(status -> status.id().equals(SEVEN))
                .map(ArchiveStatus::state)
                .findFirst()
                .orElseThrow();
    }

    private static EmbeddedDomain restart(Path root) {
        try {
            return sample(root).start();
        } catch (HotCopyException refused) {
            throw new AssertionError("does not start again: " + refused.getMessage(), refused);
        }
    }

    private static void put(EmbeddedDomain domain, String key) {
        try (Transaction transaction = SampleDomain.database(domain).begin()) {
            transaction.put(TABLE, bytes(key), bytes("v"));
            transaction.commit();
        }
    }
}
