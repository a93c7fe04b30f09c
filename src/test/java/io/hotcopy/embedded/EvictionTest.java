package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A storage manager that fails while the database runs. */
class EvictionTest {

    private static final ArchiveId ONE = new ArchiveId(1);
    private static final HotCopyException DISK_FULL = new HotCopyException("no space left on device");

    @TempDir(factory = InMemory.class)
    private Path directory;

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
    void theDatabaseGoesOnWithoutItAndTheNextStartBringsItBack() throws Exception {
        Bank bank = new Bank(1);
        Bank.Life clients = bank.run(database, 4);
        await(bank, 50);
        database.running().pipeline().evict(ONE, DISK_FULL);
        awaitView(2);
        await(bank, 50);
        clients.stop();

        awaitEvent(sample);
        assertEquals(ArchiveFacts.State.STOPPED, state(1));
        assertEquals(ArchiveFacts.State.RUNNING, state(0));
        assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
        assertEquals(
                "archive 1 of acme/test has left the view: no space left on device",
                sample.events().get(0).text());
        domain.crash();
        domain = sample.start();
        database = SampleDomain.database(domain);
        assertEquals(
                "it is not in the newest view",
                domain.reports().get(0).returned().get(ONE).before().reason());
        assertEquals(ArchiveFacts.State.RUNNING, state(1));
        assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
        assertTrue(Bank.transfers(database)
                .containsAll(
                        bank.acknowledged.stream().map(Bank.Acknowledged::name).toList()));
    }

    @ParameterizedTest(name = "operation {0}")
    @ValueSource(ints = {1, 7, 30})
    void leavesWhenItsJournalCannotBeWritten(int operation) throws Exception {
        FaultyStorage disk = new FaultyStorage(directory.resolve("faulty"), operation);
        Files.createDirectories(disk.reopened());
        SampleDomain faulty = SampleDomain.ofSix(disk.root());
        Bank bank = new Bank(operation);
        try (EmbeddedDomain failing = faulty.start()) {
            EmbeddedDatabase its = SampleDomain.database(failing);
            Bank.open(its);
            Bank.Life clients = bank.run(its, 4);
            await(bank, 20);
            disk.failAt(operation);
            awaitEvent(faulty);
            await(bank, 100);
            clients.stop();
            assertTrue(
                    faulty.events().get(0).text().endsWith("Input/output error"),
                    faulty.events().get(0).text());
            assertEquals(5, its.running().pipeline().membership().members().size());
            assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(its));
        }
        try (EmbeddedDomain again = SampleDomain.ofSix(disk.reopened()).start()) {
            assertEquals(1, again.reports().get(0).returned().size());
            assertTrue(Bank.transfers(SampleDomain.database(again))
                    .containsAll(bank.acknowledged.stream()
                            .map(Bank.Acknowledged::name)
                            .toList()));
        }
    }

    @Test
    void aCopyThatRunsOnItFailsAtItsCut() throws Exception {
        PinnedCopies copies = domain.copies(SampleDomain.NAME);
        try (ArchiveCopy zero = begin(copies, 0);
                ArchiveCopy one = begin(copies, 1)) {
            zero.pin();
            one.pin();
            database.running().pipeline().evict(ONE, DISK_FULL);
            awaitView(2);
            HotCopyException failed =
                    assertThrows(HotCopyException.class, () -> copies.cut(List.of(zero, one), Duration.ofSeconds(120)));
            assertEquals(List.of("Archive 1 has left the view: no space left on device."), failed.hints());
            copies.cut(List.of(zero), Duration.ofSeconds(120));
        }
    }

    @Test
    void theDatabaseStopsWhenAStorageGroupLosesItsLastMember() throws Exception {
        try (Transaction before = database.begin()) {
            before.put("transfer", bytes("acknowledged"), bytes(""));
            before.commit();
        }
        Bank bank = new Bank(2);
        Bank.Life clients = bank.run(database, 4);
        await(bank, 20);
        for (int archive : new int[] {0, 1, 3, 4}) {
            database.running().pipeline().evict(new ArchiveId(archive), DISK_FULL);
        }
        clients.join();
        while (database.stopped().isEmpty()) {
            LockSupport.parkNanos(100_000);
        }

        HotCopyException stopped = assertThrows(HotCopyException.class, database::begin);
        assertTrue(
                stopped.getMessage()
                        .matches("database \"test\" has stopped: the last storage manager of storage groups "
                                + "\\[SG1\\] has failed: archives \\[[0-9, ]+\\]: no space left on device"),
                stopped.getMessage());
        assertFalse(database.facts().running());
        domain.close();
        domain = sample.start();
        database = SampleDomain.database(domain);
        assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
        List<String> there = Bank.transfers(database);
        assertTrue(there.contains("acknowledged"));
        assertTrue(there.containsAll(
                bank.acknowledged.stream().map(Bank.Acknowledged::name).toList()));
    }

    /** The view changes first, and is told of afterwards. */
    private static void awaitEvent(SampleDomain told) {
        while (told.events().isEmpty()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private void awaitView(long number) {
        while (database.running().pipeline().membership().view().number() < number) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static ArchiveCopy begin(PinnedCopies copies, int archive) {
        return copies.begin(
                new ArchiveId(archive),
                new CopyRequest(new ElementId(new UUID(1, archive)), HotCopyType.SIMPLE, Optional.empty()));
    }

    private ArchiveFacts.State state(int archive) {
        return database.facts().archive(new ArchiveId(archive)).orElseThrow().state();
    }
}
