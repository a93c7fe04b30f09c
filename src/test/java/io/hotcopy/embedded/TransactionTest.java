package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static io.hotcopy.embedded.SampleDomain.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one transaction sees of others. */
class TransactionTest {

    private static final String TABLE = "accounts";

    @TempDir
    private Path directory;

    private EmbeddedDomain domain;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        domain = SampleDomain.ofSix(directory).start();
        database = SampleDomain.database(domain);
        database.createTable(TABLE, 12, List.of(SG1, SG2, SG3));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void readsItsOwnWritesAndNobodyElseDoesBeforeTheCommit() {
        try (Transaction writer = database.begin();
                Transaction reader = database.begin()) {
            writer.put(TABLE, bytes("k"), bytes("new"));
            assertEquals("new", value(writer, "k"));
            assertEquals("none", value(reader, "k"));
            writer.commit();
        }
        assertEquals("new", now("k"));
    }

    @Test
    void seesTheDatabaseAsOfItsBeginning() {
        put("changed", "before");
        put("deleted", "before");
        try (Transaction reader = database.begin()) {
            put("changed", "after");
            delete("deleted");
            put("created", "after");
            put("changed", "after that");

            assertEquals("before", value(reader, "changed"));
            assertEquals("before", value(reader, "deleted"));
            assertEquals("none", value(reader, "created"));
            assertEquals(List.of("changed=before", "deleted=before"), rows(reader, ""));
        }
        assertEquals(List.of("changed=after that", "created=after"), rows(database.begin(), ""));
    }

    @Test
    void scansInKeyOrderOverAllPartitionsWithItsOwnWrites() {
        List<String> expected = new ArrayList<>();
        try (Transaction writer = database.begin()) {
            for (int row = 0; row < 500; row++) {
                writer.put(TABLE, bytes(String.format("k%03d", row)), bytes("v" + row));
            }
            writer.commit();
        }
        try (Transaction own = database.begin()) {
            own.delete(TABLE, bytes("k001"));
            own.put(TABLE, bytes("k002"), bytes("mine"));
            own.put(TABLE, bytes("k0021"), bytes("mine too"));
            expected.add("k000=v0");
            expected.add("k002=mine");
            expected.add("k0021=mine too");
            for (int row = 3; row < 500; row++) {
                expected.add(String.format("k%03d=v%d", row, row));
            }
            assertEquals(expected, rows(own, ""));
            assertEquals(
                    expected.subList(400, expected.size()),
                    rows(own, expected.get(400).split("=")[0]));
        }
        assertEquals(500, database.begin().count(TABLE));
    }

    @Test
    void letsTheFirstCommitterWin() {
        put("k", "0");
        try (Transaction first = database.begin();
                Transaction second = database.begin()) {
            first.put(TABLE, bytes("k"), bytes("first"));
            second.put(TABLE, bytes("k"), bytes("second"));
            second.put(TABLE, bytes("other"), bytes("second"));
            first.commit();
            assertThrows(ConflictException.class, second::commit);
        }
        assertEquals("first", now("k"));
        assertEquals("none", now("other"));
        put("other", "free again");
        assertEquals(1, database.statistics().conflicts());
    }

    @Test
    void givesRisingNumbersAndNoneToWhoChangesNothing() {
        CommitNumber one = put("k", "1");
        CommitNumber two = put("k", "2");
        assertTrue(two.isAfter(one));
        try (Transaction reader = database.begin()) {
            assertEquals("2", value(reader, "k"));
            assertEquals(two, reader.commit());
        }
        assertEquals(two, delete("not there"));
        assertEquals(two, database.issued());
        assertEquals(two, database.stable());
    }

    @Test
    void losesNoUpdateHoweverManyIncrementOneCounter() throws InterruptedException {
        int threads = 8;
        int each = 50;
        put("counter", "0");
        AtomicLong conflicts = new AtomicLong();
        CyclicBarrier allHaveRead = new CyclicBarrier(threads);
        List<Thread> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            SplittableRandom random = new SplittableRandom(thread);
            running.add(new Thread(() -> {
                boolean met = false;
                for (int done = 0; done < each; ) {
                    try (Transaction increment = database.begin()) {
                        long before = Long.parseLong(value(increment, "counter"));
                        if (!met) {
                            met = true;
                            meet(allHaveRead);
                        }
                        if (random.nextInt(3) == 0) {
                            Thread.yield();
                        }
                        increment.put(TABLE, bytes("counter"), bytes(Long.toString(before + 1)));
                        increment.commit();
                        done++;
                    } catch (ConflictException lost) {
                        conflicts.incrementAndGet();
                    }
                }
            }));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        assertEquals(Integer.toString(threads * each), now("counter"));
        assertTrue(conflicts.get() >= threads - 1, "all read the counter at first, and only one can have won");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void dropsATableWithItsRowsAndNeverUsesItsIdAgain() {
        put("k", "v");
        int id = database.tables().get(0).id();
        Transaction late = database.begin();
        late.put(TABLE, bytes("k"), bytes("late"));
        database.dropTable(TABLE);

        assertThrows(ConflictException.class, late::commit);
        HotCopyException unknown = assertThrows(HotCopyException.class, () -> put("k", "v"));
        assertEquals("there is no table \"accounts\"", unknown.getMessage());
        database.createTable(TABLE, 3, List.of(SG1));
        assertTrue(database.tables().get(0).id() > id);
        assertEquals("none", now("k"));
        assertEquals(0, database.begin().count(TABLE));
    }

    @Test
    void tellsAReaderThatItsTableWasDropped() {
        put("k", "v");
        try (Transaction reader = database.begin()) {
            database.dropTable(TABLE);
            assertThrows(HotCopyException.class, () -> value(reader, "k"));
            assertThrows(HotCopyException.class, () -> rows(reader, ""));
        }
    }

    @Test
    void refusesTablesThatCannotBe() {
        assertRefused("there is a table \"accounts\" already", () -> database.createTable(TABLE, 1, List.of(SG1)));
        assertRefused("\"No\" cannot be the name of a table", () -> database.createTable("No", 1, List.of(SG1)));
        assertRefused("a table cannot have 0 partitions", () -> database.createTable("t", 0, List.of(SG1)));
        assertRefused(
                "there is no storage group \"SG9\"",
                () -> database.createTable("t", 1, List.of(new StorageGroupName("sg9"))));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(message, assertThrows(HotCopyException.class, action::run).getMessage());
    }

    private CommitNumber put(String key, String value) {
        try (Transaction transaction = database.begin()) {
            transaction.put(TABLE, bytes(key), bytes(value));
            return transaction.commit();
        }
    }

    private CommitNumber delete(String key) {
        try (Transaction transaction = database.begin()) {
            transaction.delete(TABLE, bytes(key));
            return transaction.commit();
        }
    }

    private String now(String key) {
        try (Transaction transaction = database.begin()) {
            return value(transaction, key);
        }
    }

    private static String value(Transaction transaction, String key) {
        Optional<byte[]> found = transaction.get(TABLE, bytes(key));
        return found.map(SampleDomain::text).orElse("none");
    }

    private static List<String> rows(Transaction transaction, String from) {
        List<String> rows = new ArrayList<>();
        transaction.scan(TABLE, bytes(from), (key, value) -> rows.add(text(key) + "=" + text(value)));
        return rows;
    }
}
