package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything stops dead in the middle of a SYNC: nothing acknowledged is lost, and the next start ends it. */
class SyncCrashTest {

    private static final ArchiveId ONE = new ArchiveId(1);
    private static final String BLOB = "blob";

    @TempDir(factory = InMemory.class)
    private Path directory;

    @ParameterizedTest(name = "{0}, by files: {1}")
    @CsvSource({
        "redo the own journal, false",
        "receive, false",
        "join, false",
        "receive the rest, false",
        "catch up, false",
        "receive files, true",
        "join, true",
        "catch up, true"
    })
    void atEachStage(String stage, boolean byFiles) throws Exception {
        SampleDomain sample = SampleDomain.ofSix(directory);
        Bank bank = new Bank(stage.hashCode());
        EmbeddedDomain domain = sample.start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        Bank.open(database);
        Bank.Life clients = bank.run(database, 4);
        await(bank, 50);
        database.killStorageManager(ONE);
        await(bank, 50);
        if (byFiles) {
            makeForget(database);
        }
        Thread crash = new Thread(domain::crash);
        ProgressListener atStage = event -> {
            if (event.equals(new ProgressEvent.StageEntered(stage))) {
                await(bank, 20);
                crash.start();
                awaitEnd(database);
            }
        };
        HotCopyException failed =
                assertThrows(HotCopyException.class, () -> database.startStorageManager(ONE, atStage));
        assertEquals("database \"test\" has crashed", failed.getMessage());
        clients.join();
        crash.join();

        domain = sample.start();
        EmbeddedDatabase again = SampleDomain.database(domain);
        assertEquals(Map.of(), domain.reports().get(0).absent());
        assertEquals(
                ArchiveFacts.State.RUNNING,
                again.facts().archive(ONE).orElseThrow().state());
        BankCheck.requireWhole(bank, again, "after a crash at " + stage);
        domain.close();
    }

    /** What was not synced is lost or torn too. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whereverThePowerFails(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        FaultyStorage disk = new FaultyStorage(directory, seed);
        Bank bank = new Bank(seed);
        EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start();
        Bank.open(SampleDomain.database(domain));
        for (int life = 0; life < 4; life++) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            Bank.Life clients = bank.run(database, 3);
            await(bank, 30);
            database.killStorageManager(ONE);
            await(bank, 30);
            disk.crashAt(1 + random.nextInt(150));
            boolean synced = true;
            try {
                database.startStorageManager(ONE, ProgressListener.NONE);
            } catch (HotCopyException died) {
                synced = false;
            }
            clients.join();
            domain.crash();
            assertTrue(disk.crashed());
            disk = new FaultyStorage(disk.reopened(), seed + life);
            domain = SampleDomain.ofSix(disk.root()).start();
            String when = "seed " + seed + ", life " + life + ", synced " + synced;
            assertEquals(Map.of(), domain.reports().get(0).absent(), when);
            BankCheck.requireWhole(bank, SampleDomain.database(domain), when);
        }
        domain.close();
    }

    @Test
    void aSyncThatFailsLeavesTheOthersRunningAndCanBeTriedAgain() throws Exception {
        FaultyStorage disk = new FaultyStorage(directory, 1);
        Bank bank = new Bank(1);
        try (EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            Bank.open(database);
            bank.run(database, 1).stop();
            int failures = 0;
            for (int operation = 1; operation < 40; operation += 3) {
                database.killStorageManager(ONE);
                disk.failAt(operation);
                try {
                    database.startStorageManager(ONE, ProgressListener.NONE);
                } catch (HotCopyException failed) {
                    failures++;
                    assertEquals(
                            ArchiveFacts.State.STOPPED,
                            database.facts().archive(ONE).orElseThrow().state());
                    assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
                    database.startStorageManager(ONE, ProgressListener.NONE);
                }
                BankCheck.requireWhole(bank, database, "operation " + operation);
            }
            assertTrue(failures > 3, "only " + failures + " SYNCs failed");
        }
    }

    private static void makeForget(EmbeddedDatabase database) {
        database.createTable(BLOB, 12, List.of(SG1, SG2, SG3));
        for (int row = 0; row < 100; row++) {
            try (Transaction transaction = database.begin()) {
                transaction.put(BLOB, bytes("row" + row), new byte[60_000]);
                transaction.commit();
            }
        }
        for (Member member : database.running().members()) {
            member.store().flush();
            member.journal().recycle(member.store().persistedMark());
        }
    }

    private static void awaitEnd(EmbeddedDatabase database) {
        while (database.running().isServing()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        await(() -> bank.acknowledged.size() >= wanted);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** The domain's state names it as a member, and nothing of what it missed is on its disk. */
    @Test
    void whenItIsInTheViewAndItsJournalHasNotBegun() throws Exception {
        FaultyStorage disk = new FaultyStorage(directory, 1);
        EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable(BLOB, 12, List.of(SG1, SG3));
        database.stopStorageManager(ONE);
        CommitNumber missed = put(database, "missed");
        disk.holdSyncs(file -> file.toString().contains("archive-1/journal/spare"));
        CompletableFuture<SyncReport> sync =
                CompletableFuture.supplyAsync(() -> database.startStorageManager(ONE, ProgressListener.NONE));
        while (!isMember(database)) {
            LockSupport.parkNanos(100_000);
        }
        disk.crash();
        domain.crash();
        assertThrows(ExecutionException.class, () -> sync.get(120, TimeUnit.SECONDS));

        try (EmbeddedDomain again = SampleDomain.ofSix(disk.reopened()).start()) {
            StartReport.Returned returned = again.reports().get(0).returned().get(ONE);
            assertEquals("its SYNC had not ended", returned.before().reason());
            assertTrue(missed.isAfter(returned.sync().from()));
            BankCheck.requireSums(SampleDomain.database(again), "after the crash");
        }
    }

    private static boolean isMember(EmbeddedDatabase database) {
        return database.running()
                .state()
                .state()
                .newestView()
                .orElseThrow()
                .members()
                .contains(ONE);
    }

    /**
     * A commit that reached this archive's disk only. The others start without it and keep a later one, of which its
     * members are others: so no view voids it, and yet it did not happen.
     */
    @Test
    void whatTheOthersNeverSawIsDiscarded() throws Exception {
        FaultyStorage disk = new FaultyStorage(directory, 1);
        EmbeddedDomain domain = ofTwoPairs(disk.root()).start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable(BLOB, 1, List.of(SG1));
        database.createTable("other", 1, List.of(SG2));
        SampleDomain sample = ofTwoPairs(disk.reopened());
        Path lost = newestSegment(sample.archive(0).resolve("journal"));
        byte[] before = Files.readAllBytes(lost);
        CommitNumber last = database.issued();
        disk.holdSyncs(file -> file.equals(lost));
        CompletableFuture<Void> unseen = client(database, BLOB, "unseen", 100);
        await(() -> database.issued().value() == last.value() + 1);
        CompletableFuture<Void> kept = client(database, "other", "kept", 100);
        await(() -> database.issued().value() == last.value() + 2);
        for (int archive : List.of(1, 2, 3)) {
            database.running()
                    .open(new ArchiveId(archive))
                    .orElseThrow()
                    .member()
                    .journal()
                    .sync();
        }
        disk.crash();
        domain.crash();
        requireInDoubt(List.of(unseen, kept));
        Files.write(lost, before);

        Path away = directory.resolve("away");
        Files.move(sample.archive(1), away);
        try (EmbeddedDomain again = sample.start()) {
            assertEquals(last.value() + 2, again.reports().get(0).through().value());
            Files.move(away, sample.archive(1));
            SyncReport sync = SampleDomain.database(again).startStorageManager(ONE, ProgressListener.NONE);
            assertTrue(sync.from().value() <= last.value(), sync.toString());
            BankCheck.requireSums(SampleDomain.database(again), "after the SYNC");
        }
    }

    /** No storage manager serves two of the groups. */
    private static SampleDomain ofTwoPairs(Path home) {
        return new SampleDomain(home).with(0, SG1).with(1, SG1).with(2, SG2).with(3, SG2);
    }

    private static Path newestSegment(Path journal) {
        return JournalReader.scan(journal, entry -> {}).file().orElseThrow();
    }

    private static void requireInDoubt(List<CompletableFuture<Void>> commits) {
        commits.forEach(commit -> assertThrows(ExecutionException.class, () -> commit.get(120, TimeUnit.SECONDS)));
    }

    /** The power failed within a group commit: of its last frame a part lies right behind the whole one before. */
    @Test
    void fromAJournalWithTheRestOfAWriteBehindItsLastWholeFrame() throws Exception {
        FaultyStorage disk = new FaultyStorage(directory, 1);
        EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable(BLOB, 1, List.of(SG1));
        database.stopStorageManager(ONE);
        SampleDomain sample = SampleDomain.ofSix(disk.reopened());
        Path journal = sample.archive(4).resolve("journal");
        Path segment = newestSegment(journal);
        List<CompletableFuture<Void>> doubtful = leaveTwoCommitsUnsynced(disk, segment, database);
        byte[] written = Files.readAllBytes(segment);
        disk.crash();
        domain.crash();
        requireInDoubt(doubtful);
        Files.write(segment, written);
        loseTheMiddleOfTheLastFrame(journal, segment, written);

        try (EmbeddedDomain again = sample.start()) {
            StartReport report = again.reports().get(0);
            assertEquals(1, report.voided());
            assertEquals(Map.of(), report.absent());
            assertEquals(Set.of(ONE), report.returned().keySet());
            BankCheck.requireSums(SampleDomain.database(again), "after the crash");
        }
    }

    /** In one write to the journal's segment; gives their clients. */
    private static List<CompletableFuture<Void>> leaveTwoCommitsUnsynced(
            FaultyStorage disk, Path segment, EmbeddedDatabase database) {
        CommitNumber before = database.issued();
        AtomicInteger held = new AtomicInteger();
        disk.holdSyncs(file -> file.equals(segment) && held.incrementAndGet() > 0);
        client(database, BLOB, "synced", 100);
        await(() -> held.get() > 0 && database.issued().value() == before.value() + 1);
        CompletableFuture<Void> whole = client(database, BLOB, "whole", 100);
        await(() -> database.issued().value() == before.value() + 2);
        CompletableFuture<Void> torn = client(database, BLOB, "torn", 2000);
        await(() -> database.issued().value() == before.value() + 3);
        AtomicInteger asked = new AtomicInteger();
        disk.holdSyncs(file -> file.equals(segment) && asked.incrementAndGet() > 1);
        await(() -> asked.get() > 1);
        return List.of(whole, torn);
    }

    private static CompletableFuture<Void> client(EmbeddedDatabase database, String table, String key, int length) {
        byte[] value = new byte[length];
        Arrays.fill(value, (byte) 1);
        return CompletableFuture.runAsync(
                () -> {
                    try (Transaction transaction = database.begin()) {
                        transaction.put(table, bytes(key), value);
                        transaction.commit();
                    }
                },
                task -> new Thread(task).start());
    }

    private static void loseTheMiddleOfTheLastFrame(Path journal, Path segment, byte[] written) throws IOException {
        long[] last = {0};
        JournalReader.scan(journal, entry -> last[0] = entry.offset());
        assertTrue(last[0] % 4096 > 0, "no two frames share a block");
        int sector = (int) (last[0] / 512 + 1) * 512;
        Arrays.fill(written, sector, sector + 512, (byte) 0);
        Files.write(segment, written);
    }

    /** Synced on this archive alone, whose storage manager then left the view: a later view voids it. */
    @Test
    void whatALaterViewVoidedIsDiscarded() throws Exception {
        boolean voided = false;
        for (int seed = 1; !voided && seed <= 10; seed++) {
            voided = discardsAfterPowerFailure(seed);
        }
        assertTrue(voided, "the power never took what the others had not synced");
    }

    private boolean discardsAfterPowerFailure(int seed) throws Exception {
        FaultyStorage disk = new FaultyStorage(Files.createDirectory(directory.resolve("life-" + seed)), seed);
        EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable(BLOB, 12, List.of(SG1, SG3));
        CommitNumber last = database.stable();
        disk.holdSyncs(file -> file.toString().matches(".*archive-[02345]/journal.*"));
        CompletableFuture<CommitNumber> doubtful = CompletableFuture.supplyAsync(() -> put(database, "in doubt"));
        while (!database.issued().isAfter(last)) {
            LockSupport.parkNanos(100_000);
        }
        database.running().open(ONE).orElseThrow().member().journal().sync();
        database.running().pipeline().evict(ONE, new HotCopyException("no space left on device"));
        while (isMember(database)) {
            LockSupport.parkNanos(100_000);
        }
        disk.crash();
        domain.crash();
        assertThrows(ExecutionException.class, () -> doubtful.get(120, TimeUnit.SECONDS));

        // Away while the others begin to write beyond the number that is void.
        SampleDomain sample = SampleDomain.ofSix(disk.reopened());
        Path away = directory.resolve("away-" + seed);
        Files.move(sample.archive(1), away);
        try (EmbeddedDomain again = sample.start()) {
            CommitNumber after = put(SampleDomain.database(again), "after");
            Files.move(away, sample.archive(1));
            SyncReport sync = SampleDomain.database(again).startStorageManager(ONE, ProgressListener.NONE);
            assertTrue(after.isAfter(last) && after.isAfter(sync.from()), sync + " beside " + after);
            BankCheck.requireSums(SampleDomain.database(again), "seed " + seed);
            return again.reports().get(0).through().equals(last);
        }
    }

    private static CommitNumber put(EmbeddedDatabase database, String key) {
        try (Transaction transaction = database.begin()) {
            for (int row = 0; row < 20; row++) {
                transaction.put(BLOB, bytes(key + row), bytes("v"));
            }
            return transaction.commit();
        }
    }
}
