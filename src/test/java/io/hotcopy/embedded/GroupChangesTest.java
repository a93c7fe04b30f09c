package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage groups that come, and archives that get one, while clients go on. */
class GroupChangesTest {

    private static final StorageGroupName SG4 = new StorageGroupName("SG4");
    private static final ArchiveId ZERO = new ArchiveId(0);
    private static final ArchiveId ONE = new ArchiveId(1);
    private static final ArchiveId TWO = new ArchiveId(2);

    @TempDir
    private Path directory;

    @Test
    void aGroupIsAddedAndLaterServedByOneMore() throws Exception {
        Bank bank = new Bank(5);
        try (EmbeddedDomain domain = SampleDomain.ofSix(directory).start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            Bank.open(database);
            Bank.Life clients = bank.run(database, 3);
            database.addStorageGroup(SG4, Set.of(ZERO));
            database.createTable("later", 4, List.of(SG4, SG1));
            put(database, 40);
            SyncReport report = database.serve(ONE, SG4, ProgressListener.NONE);
            await(bank, 50);
            clients.stop();

            assertTrue(report.groups().get(SG4).files().bytes() > 0, report.toString());
            assertEquals(new ByteSize(0), report.groups().get(SG1).files());
            BankCheck.requireWhole(bank, database, "after serve");
            database.stopStorageManager(ZERO);
            HotCopyException last = assertThrows(HotCopyException.class, () -> database.stopStorageManager(ONE));
            assertTrue(last.getMessage().endsWith("no other running one serves storage groups [SG4]"));
        }
        try (EmbeddedDomain domain = declared().start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            BankCheck.requireWhole(bank, database, "after a restart");
            assertEquals(40, count(database));
            ArchiveFacts facts = database.facts().archive(ONE).orElseThrow();
            assertTrue(facts.serves().contains(SG4));
            assertTrue(facts.journalSuspended().isPresent());
        }
    }

    /** The state knows already, the schema not yet. */
    @Test
    void aStartEndsWhatWasCutOff() throws Exception {
        EmbeddedDomain domain = SampleDomain.ofSix(directory).start();
        SampleDomain.database(domain).running().pipeline().refuse(new HotCopyException("no more commits"));
        assertThrows(
                RuntimeException.class, () -> SampleDomain.database(domain).addStorageGroup(SG4, Set.of(ZERO, ONE)));
        domain.crash();
        try (EmbeddedDomain again = declared().start()) {
            EmbeddedDatabase database = SampleDomain.database(again);
            assertTrue(database.storageGroups().contains(SG4));
            database.createTable("later", 4, List.of(SG4, SG1));
            put(database, 10);
            assertEquals(10, count(database));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        try (EmbeddedDomain domain = SampleDomain.ofSix(directory).start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            refused("there is a storage group \"SG1\" already", () -> database.addStorageGroup(SG1, Set.of(ZERO)));
            refused("no archive is to serve storage group SG4", () -> database.addStorageGroup(SG4, Set.of()));
            refused("there is no storage group \"SG4\"", () -> database.serve(ONE, SG4, ProgressListener.NONE));
            refused(
                    "archive 1 serves storage group SG1 already",
                    () -> database.serve(ONE, SG1, ProgressListener.NONE));
            database.stopStorageManager(TWO);
            refused(
                    "the storage manager of archive 2 is not running",
                    () -> database.addStorageGroup(SG4, Set.of(TWO)));
        }
    }

    private static void refused(String message, Runnable action) {
        HotCopyException refused = assertThrows(HotCopyException.class, action::run);
        assertEquals(message, refused.getMessage());
    }

    private SampleDomain declared() {
        return new SampleDomain(directory)
                .with(0, SG1, SG2, SG4)
                .with(1, SG1, SG3, SG4)
                .with(2, SG2, SG3)
                .with(3, SG1, SG2)
                .with(4, SG1, SG3)
                .with(5, SG2, SG3);
    }

    private static void put(EmbeddedDatabase database, int rows) {
        for (int row = 0; row < rows; row++) {
            try (Transaction transaction = database.begin()) {
                transaction.put("later", bytes("row" + row), new byte[1000]);
                transaction.commit();
            }
        }
    }

    private static long count(EmbeddedDatabase database) {
        try (Transaction transaction = database.begin()) {
            return transaction.count("later");
        }
    }

    private static void await(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }
}
