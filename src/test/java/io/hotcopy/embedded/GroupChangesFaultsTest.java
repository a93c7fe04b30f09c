package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storage group is added, given to one more archive, and another one given up, on a disk that fails at each place in
 * turn. The declaration stays as it was.
 */
class GroupChangesFaultsTest {

    private static final ArchiveId ZERO = new ArchiveId(0);
    private static final ArchiveId ONE = new ArchiveId(1);
    private static final StorageGroupName SG4 = new StorageGroupName("SG4");
    private static final String TABLE = "t";

    /** Of some 100 places, each of which takes several starts of the domain. */
    private static final int EVERY = 20;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private Step reached = Step.NONE;

    /** What has come back without a failure. */
    private enum Step {
        NONE,
        ADDED,
        GIVEN,
        GIVEN_UP
    }

    @Test
    void crashAnywhereLeavesItBeforeOrAfter() throws IOException {
        long crashes = walk().crashes(1, this::requireBeforeOrAfter);

        assertTrue(crashes > 5, crashes + " crashes");
    }

    @Test
    void anInputOutputErrorAnywhereLeavesItBeforeOrAfter() throws IOException {
        walk().errors(this::requireBeforeOrAfter);
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, GroupChangesFaultsTest::live, this::change).every(EVERY);
    }

    private static SampleDomain sample(Path root) {
        return new SampleDomain(root.resolve("home")).with(0, SG1, SG2).with(1, SG1, SG2);
    }

    private static void live(Path root) {
        try (EmbeddedDomain domain = sample(root).start()) {
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
            put(domain, "before");
        }
    }

    private void change(Path root) {
        reached = Step.NONE;
        EmbeddedDomain domain = sample(root).start();
        try {
            EmbeddedDatabase database = SampleDomain.database(domain);
            database.addStorageGroup(SG4, Set.of(ZERO));
            reached = Step.ADDED;
            database.serve(ONE, SG4, ProgressListener.NONE);
            reached = Step.GIVEN;
            database.unserve(ZERO, SG2, ProgressListener.NONE);
            reached = Step.GIVEN_UP;
        } finally {
            domain.crash();
        }
    }

    private void requireBeforeOrAfter(Path root, Attempt attempt) {
        EmbeddedDomain domain = restart(root);
        try {
            EmbeddedDatabase database = SampleDomain.database(domain);
            boolean zeroHasNew = served(database, ZERO).contains(SG4);
            boolean oneHasNew = served(database, ONE).contains(SG4);
            boolean gaveUp = !served(database, ZERO).contains(SG2);
            requireInOrder(zeroHasNew, oneHasNew, gaveUp);
            assertEquals(zeroHasNew, database.storageGroups().contains(SG4), "known after " + reached);
            assertEquals(
                    List.of(served(database, ZERO), served(database, ONE)),
                    List.copyOf(SchemaRecords.read(
                                    database.running().members().get(0).store())
                            .serving()
                            .values()));
            goOn(domain);
            BankCheck.requireSums(database, attempt.fault());
        } finally {
            domain.crash();
        }
        restart(root).close();
    }

    /** What was answered holds; of what was not, the beginning may. */
    private void requireInOrder(boolean zeroHasNew, boolean oneHasNew, boolean gaveUp) {
        String after = " after " + reached;
        assertTrue(zeroHasNew || reached == Step.NONE, "not added" + after);
        assertTrue(oneHasNew || reached.compareTo(Step.GIVEN) < 0, "not given" + after);
        assertTrue(gaveUp || reached != Step.GIVEN_UP, "not given up" + after);
        assertTrue(!oneHasNew || reached.compareTo(Step.ADDED) >= 0, "given" + after);
        assertTrue(!gaveUp || reached.compareTo(Step.GIVEN) >= 0, "given up" + after);
    }

    private static SortedSet<StorageGroupName> served(EmbeddedDatabase database, ArchiveId archive) {
        return database.archiveStates().stream()
                .filter(status -> status.id().equals(archive))
                .map(ArchiveStatus::serves)
                .findFirst()
                .orElseThrow();
    }

    /** It can be done again, or for the first time, and what was committed is there. */
    private static void goOn(EmbeddedDomain domain) {
        EmbeddedDatabase database = SampleDomain.database(domain);
        if (!database.storageGroups().contains(SG4)) {
            database.addStorageGroup(SG4, new TreeSet<>(Set.of(ZERO, ONE)));
        }
        put(domain, "after");
        try (Transaction reading = database.begin()) {
            assertTrue(reading.get(TABLE, bytes("before")).isPresent());
            assertTrue(reading.get(TABLE, bytes("after")).isPresent());
        }
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
