package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.SyncReport.Received;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SYNC for which the others no longer keep all frames, and one of a new or restored archive. */
class SyncFilesTest {

    private static final ArchiveId ONE = new ArchiveId(1);
    private static final ByteSize NONE = new ByteSize(0);
    private static final String BLOB = "blob";

    @TempDir(factory = InMemory.class)
    private Path directory;

    private final Bank bank = new Bank(12);
    private SampleDomain sample;
    private EmbeddedDomain domain;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        sample = SampleDomain.ofSix(directory.resolve("live"));
        domain = sample.start();
        database = SampleDomain.database(domain);
        Bank.open(database);
        database.createTable(BLOB, 12, List.of(SG1, SG2, SG3));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void getsWholeGroupsWhenTheJournalsOfTheOthersWereRecycled() throws Exception {
        database.stopStorageManager(ONE);
        fillSegments();
        forget(Set.of(0, 2, 3, 4, 5));
        Bank.Life clients = bank.run(database, 4);
        await(50);
        SyncReport report = database.startStorageManager(ONE, ProgressListener.NONE);
        await(50);
        clients.stop();
        assertTrue(report.byFiles());
        assertTrue(
                report.groups().values().stream()
                        .allMatch(group -> group.files().bytes() > 0),
                report.toString());
        BankCheck.requireWhole(bank, database, "after a SYNC by files");
        assertFalse(Files.exists(sample.archive(1).resolveSibling("archive-1.sync")));
        assertFalse(Files.exists(sample.archive(1).resolveSibling("archive-1.before-sync")));
    }

    @Test
    void getsOnlyThoseGroupsAsAWholeOfWhichNobodyKeepsTheFrames() throws Exception {
        database.stopStorageManager(ONE);
        fillSegments();
        forget(Set.of(2, 4, 5));
        SyncReport report = database.startStorageManager(ONE, ProgressListener.NONE);
        Received first = report.groups().get(SG1);
        Received third = report.groups().get(SG3);
        assertEquals(NONE, first.files());
        assertNotEquals(NONE, first.frames());
        assertEquals(NONE, third.frames());
        assertNotEquals(NONE, third.files());
        BankCheck.requireWhole(bank, database, "after a SYNC by both");
    }

    @Test
    void whatWasReceivedIsKeptForIncrementalsAndForTheSyncOfOthers() throws Exception {
        CommitNumber before = put("a");
        database.stopStorageManager(ONE);
        lease(database.running().leases(ONE, sample.archive(1).resolve("leases.yaml")), before);
        fillSegments();
        database.startStorageManager(ONE, ProgressListener.NONE);
        List<CommitNumber> expected = read(new ArchiveId(4), before);
        forget(Set.of(0, 2, 3, 4, 5));
        assertEquals(expected, read(ONE, before));
        assertTrue(expected.size() > 50, expected.toString());
        HotCopyException gone = assertThrows(HotCopyException.class, () -> read(new ArchiveId(2), before));
        assertTrue(gone.getMessage().startsWith("nobody keeps the commits of storage groups [SG2] after " + before));
    }

    /** The commits of an archive's groups, from wherever they are kept. */
    private List<CommitNumber> read(ArchiveId archive, CommitNumber after) {
        List<CommitNumber> found = new ArrayList<>();
        Member member = database.running().open(archive).orElseThrow().member();
        database.running()
                .frames(archive, "test")
                .read(after, database.stable(), member.serves(), frame -> found.add(frame.number()));
        return found;
    }

    @Test
    void anEmptyArchiveGetsEverythingAndIsAnotherOne() throws Exception {
        fillSegments();
        UUID before = database.running().open(ONE).orElseThrow().member().uuid();
        database.stopStorageManager(ONE);
        SyncedFiles.deleteTree(sample.archive(1));
        forget(Set.of(0, 2, 3, 4, 5));
        SyncReport report = database.startStorageManager(ONE, ProgressListener.NONE);
        assertEquals(CommitNumber.ZERO, report.from());
        assertTrue(report.byFiles());
        assertNotEquals(
                before, database.running().open(ONE).orElseThrow().member().uuid());
        BankCheck.requireWhole(bank, database, "on an empty archive");
    }

    @Test
    void anArchiveRestoredFromABackupGetsTheDifferenceOnly() throws Exception {
        fillSegments();
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        Path restored = copies.restore(copies.copy(domain, 1)).resolve("archive-1");
        put("after the backup");
        database.stopStorageManager(ONE);
        SyncedFiles.deleteTree(sample.archive(1));
        SyncReport empty = database.startStorageManager(ONE, ProgressListener.NONE);
        database.stopStorageManager(ONE);
        SyncedFiles.deleteTree(sample.archive(1));
        Files.move(restored, sample.archive(1));
        SyncReport seeded = database.startStorageManager(ONE, ProgressListener.NONE);
        assertTrue(seeded.bytes().bytes() * 20 < empty.bytes().bytes(), seeded + " beside " + empty);
        BankCheck.requireWhole(bank, database, "on a restored archive");
        domain.close();
        domain = sample.start();
        database = SampleDomain.database(domain);
        assertEquals(Set.of(), domain.reports().get(0).absent().keySet());
        BankCheck.requireWhole(bank, database, "after a restart");
    }

    @Test
    void anArchiveOfTheLifeBeforeARestoreIsRefused() throws Exception {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        List<SampleCopies.Copied> copied = copies.copy(domain, 0, 2);
        fillSegments();
        domain.close();
        SampleDomain second = SampleDomain.ofSix(directory.resolve("again"));
        second.environment();
        try (EmbeddedDomain again = second.start(StartOptions.restored("test", copies.restore(copied)))) {
            EmbeddedDatabase its = SampleDomain.database(again);
            Files.move(sample.archive(1), second.archive(1));
            HotCopyException refused =
                    assertThrows(HotCopyException.class, () -> its.startStorageManager(ONE, ProgressListener.NONE));
            assertTrue(
                    refused.getMessage()
                            .matches("archive 1 in \"" + second.archive(1)
                                    + "\" holds commits of an earlier life of the database up to [0-9]+; "
                                    + "the present one began at commit "
                                    + copied.get(0).full().cut()),
                    refused.getMessage());
            assertEquals(
                    List.of("Restore a backup set of the present lineage, or empty the directory: "
                            + "it then gets everything by SYNC."),
                    refused.hints());
            SyncedFiles.deleteTree(second.archive(1));
            its.startStorageManager(ONE, ProgressListener.NONE);
            BankCheck.requireWhole(bank, its, "in the new life");
        }
    }

    @Test
    void anArchiveOfAnotherDatabaseIsRefusedInTheVendorsWords() throws Exception {
        SampleDomain other = SampleDomain.ofSix(directory.resolve("other"));
        other.environment();
        other.start().close();
        database.stopStorageManager(ONE);
        SyncedFiles.deleteTree(sample.archive(1));
        Files.move(other.archive(1), sample.archive(1));
        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> database.startStorageManager(ONE, ProgressListener.NONE));
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "Archive \"" + sample.archive(1) + "\" doesn't match the database.  Expected UUID "),
                refused.getMessage());
        SyncedFiles.deleteTree(sample.archive(1));
    }

    private CommitNumber put(String key) {
        try (Transaction transaction = database.begin()) {
            transaction.put(BLOB, bytes(key), new byte[60_000]);
            return transaction.commit();
        }
    }

    /** More than one segment in every journal. */
    private void fillSegments() {
        for (int row = 0; row < 100; row++) {
            put("row" + row);
        }
    }

    private static void lease(Leases leases, CommitNumber after) {
        leases.put(new Lease("set:test", new UUID(1, 1), after));
    }

    /** Their journals give up what their files hold. */
    private void forget(Set<Integer> archives) {
        for (Member member : database.running().members()) {
            if (archives.contains(member.archive().value())) {
                member.leases().all().forEach(lease -> member.leases().remove(lease.owner()));
                member.store().flush();
                member.journal().recycle(member.store().persistedMark());
                member.segments().prune(member.leases());
            }
        }
    }

    private void await(int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }
}
