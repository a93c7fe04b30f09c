package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that one participant has not synced yet: nobody may see it, and no copy may end at it. */
class StableTest {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @TempDir(factory = InMemory.class)
    private Path directory;

    private FaultyStorage disk;
    private EmbeddedDomain domain;
    private EmbeddedDatabase database;
    private CommitNumber before;

    /** Archives 0 and 1 both serve SG1; SG2 is on archive 1 only. */
    @BeforeEach
    void start() {
        disk = new FaultyStorage(directory, 1);
        domain = new SampleDomain(disk.root()).with(0, SG1).with(1, SG1, SG2).start();
        database = SampleDomain.database(domain);
        database.createTable("one", 1, List.of(SG1));
        database.createTable("two", 1, List.of(SG2));
        before = put("one", "k", "before");
    }

    @AfterEach
    void stop() {
        disk.releaseSyncs();
        domain.close();
    }

    @Test
    void isNeitherAnsweredNorReadNorStableUntilItIsSyncedEverywhere() throws Exception {
        holdJournalOf(0);
        CompletableFuture<CommitNumber> held = CompletableFuture.supplyAsync(() -> put("one", "k", "after"));
        CommitNumber number = awaitIssued(before);

        assertThrows(TimeoutException.class, () -> held.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
        assertEquals(before, database.stable());
        assertEquals("before", get("one", "k"));
        assertEquals(before, database.running().members().get(1).store().appliedMark());

        disk.releaseSyncs();
        assertEquals(number, held.get(120, TimeUnit.SECONDS));
        assertEquals(number, database.stable());
        assertEquals("after", get("one", "k"));
    }

    @Test
    void holdsBackTheAnswersOfLaterOnesThatAreSynced() throws Exception {
        holdJournalOf(0);
        CompletableFuture<CommitNumber> held = CompletableFuture.supplyAsync(() -> put("one", "k", "after"));
        CommitNumber number = awaitIssued(before);
        CompletableFuture<CommitNumber> later = CompletableFuture.supplyAsync(() -> put("two", "k", "later"));
        awaitIssued(number);

        assertThrows(TimeoutException.class, () -> later.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
        assertFalse(held.isDone());
        disk.releaseSyncs();
        assertEquals(number.next(), later.get(120, TimeUnit.SECONDS));
        assertEquals(number, held.get(120, TimeUnit.SECONDS));
    }

    @Test
    void keepsACutWaitingAndFailsItWhenPatienceRunsOut() throws Exception {
        PinnedCopies copies = domain.copies(SampleDomain.NAME);
        CopyRequest request = new CopyRequest(new ElementId(new UUID(1, 1)), HotCopyType.SIMPLE, Optional.empty());
        try (ArchiveCopy copy = copies.begin(new ArchiveId(1), request)) {
            copy.pin();
            holdJournalOf(0);
            CompletableFuture<CommitNumber> held = CompletableFuture.supplyAsync(() -> put("one", "k", "after"));
            CommitNumber number = awaitIssued(before);

            HotCopyException impatient =
                    assertThrows(HotCopyException.class, () -> copies.cut(List.of(copy), A_MOMENT));
            assertTrue(
                    impatient.getMessage().startsWith("commit " + number + " did not become stable within"),
                    impatient.getMessage());

            CompletableFuture<Cut> cut =
                    CompletableFuture.supplyAsync(() -> copies.cut(List.of(copy), Duration.ofSeconds(120)));
            assertThrows(TimeoutException.class, () -> cut.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
            disk.releaseSyncs();
            assertEquals(number, cut.get(120, TimeUnit.SECONDS).number());
            held.get(120, TimeUnit.SECONDS);
        }
    }

    @Test
    void isVoidAsAWholeWhenThePowerFailsBeforeItIsSyncedOnAll() throws Exception {
        holdJournalOf(0);
        CompletableFuture<CommitNumber> held = CompletableFuture.supplyAsync(() -> put("one", "k", "after"));
        awaitIssued(before);
        awaitSyncedOn(1);
        // The power fails: what archive 0 had not synced is gone, archive 1 has the whole commit.
        disk.crash();
        domain.crash();
        assertThrows(ExecutionException.class, () -> held.get(120, TimeUnit.SECONDS));

        restart(2);
        String value = get("one", "k");
        StartReport report = domain.reports().get(0);
        // A torn write may have kept all of it by chance; then it is there as a whole.
        assertEquals(report.voided() == 1 ? "before" : "after", value);
        assertEquals(report.voided() == 1 ? before : before.next(), report.through());
    }

    /** The second counterexample of protocol §2, on a whole database. */
    @Test
    void doesNotRiseAtTheNextCrashOnceItIsVoid() throws Exception {
        boolean sawOneVoid = false;
        for (int seed = 1; !sawOneVoid && seed <= 20; seed++) {
            holdJournalOf(0);
            CommitNumber last = database.stable();
            String doubtful = "in doubt " + seed;
            CompletableFuture<CommitNumber> held = CompletableFuture.supplyAsync(() -> put("one", "k", doubtful));
            awaitIssued(last);
            awaitSyncedOn(1);
            disk.crash();
            domain.crash();
            assertThrows(ExecutionException.class, () -> held.get(120, TimeUnit.SECONDS));
            restart(seed);
            sawOneVoid = domain.reports().get(0).voided() == 1;
            assertEquals(sawOneVoid, !get("one", "k").equals(doubtful));
        }
        assertTrue(sawOneVoid, "the power never took what archive 0 had not synced");
        String value = get("one", "k");
        CommitNumber after = put("two", "k", "passes it");

        domain.crash();
        restart(99);
        StartReport report = domain.reports().get(0);
        assertEquals(after, report.through());
        assertEquals(0, report.voided());
        assertEquals(value, get("one", "k"));
        assertEquals("passes it", get("two", "k"));
    }

    private void restart(int seed) {
        disk = new FaultyStorage(disk.reopened(), seed);
        domain = new SampleDomain(disk.root()).with(0, SG1).with(1, SG1, SG2).start();
        database = SampleDomain.database(domain);
    }

    private void holdJournalOf(int archive) {
        disk.holdSyncs(file -> file.toString().contains("archive-" + archive + "/journal"));
    }

    private CommitNumber awaitIssued(CommitNumber last) {
        while (!database.issued().isAfter(last)) {
            LockSupport.parkNanos(100_000);
        }
        return database.issued();
    }

    private void awaitSyncedOn(int archive) {
        database.running().members().get(archive).journal().sync();
    }

    private CommitNumber put(String table, String key, String value) {
        try (Transaction transaction = database.begin()) {
            transaction.put(table, bytes(key), bytes(value));
            return transaction.commit();
        }
    }

    private String get(String table, String key) {
        try (Transaction transaction = database.begin()) {
            return transaction.get(table, bytes(key)).map(SampleDomain::text).orElse("none");
        }
    }
}
