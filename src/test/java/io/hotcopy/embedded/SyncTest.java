package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storage manager that was stopped, crashed or thrown out comes back while clients go on. */
class SyncTest {

    private static final ArchiveId ONE = new ArchiveId(1);

    @TempDir(factory = InMemory.class)
    private Path directory;

    private final Bank bank = new Bank(11);
    private SampleDomain sample;
    private EmbeddedDomain domain;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        sample = SampleDomain.ofSix(directory);
        domain = sample.start();
        database = SampleDomain.database(domain);
        Bank.open(database);
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void comesBackByFramesWhileClientsGoOn() throws Exception {
        Bank.Life clients = bank.run(database, 4);
        await(bank, 100);
        database.stopStorageManager(ONE);
        assertEquals(ArchiveFacts.State.STOPPED, state(1));
        await(bank, 200);
        SyncReport report = database.startStorageManager(ONE, ProgressListener.NONE);
        assertEquals(ArchiveFacts.State.RUNNING, state(1));
        assertTrue(report.bytes().bytes() > 0);
        assertFalse(report.byFiles());
        await(bank, 100);
        clients.stop();
        BankCheck.requireWhole(bank, database, "after SYNC");
        assertEquals(6, database.running().pipeline().membership().members().size());
    }

    @Test
    void comesBackAfterACrash() throws Exception {
        for (int round = 0; round < 5; round++) {
            Bank.Life clients = bank.run(database, 4);
            await(bank, 60);
            database.killStorageManager(ONE);
            await(bank, 60);
            database.startStorageManager(ONE, ProgressListener.NONE);
            await(bank, 60);
            clients.stop();
            BankCheck.requireWhole(bank, database, "round " + round);
        }
    }

    @Test
    void survivesTheCrashOfTheWholeDomainAfterwards() throws Exception {
        Bank.Life clients = bank.run(database, 4);
        await(bank, 60);
        database.running().pipeline().evict(ONE, new HotCopyException("no space left on device"));
        await(bank, 60);
        database.startStorageManager(ONE, ProgressListener.NONE);
        await(bank, 60);
        domain.crash();
        clients.join();
        domain = sample.start();
        database = SampleDomain.database(domain);
        assertEquals(List.of(), List.copyOf(domain.reports().get(0).absent().keySet()));
        BankCheck.requireWhole(bank, database, "after the crash");
        assertTrue(
                database.facts().archive(ONE).orElseThrow().journalSuspended().isPresent());
        assertFalse(database.facts()
                .archive(new ArchiveId(0))
                .orElseThrow()
                .journalSuspended()
                .isPresent());
    }

    @Test
    void theLastServerOfAGroupCannotBeStopped() {
        database.stopStorageManager(new ArchiveId(0));
        database.stopStorageManager(new ArchiveId(1));
        database.stopStorageManager(new ArchiveId(3));
        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> database.stopStorageManager(new ArchiveId(4)));
        assertEquals(
                "the storage manager of archive 4 cannot be stopped: no other running one serves storage groups [SG1]",
                refused.getMessage());
        assertEquals(ArchiveFacts.State.RUNNING, state(4));
        assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
    }

    private static void await(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }

    private ArchiveFacts.State state(int archive) {
        return database.facts().archive(new ArchiveId(archive)).orElseThrow().state();
    }
}
