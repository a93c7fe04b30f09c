package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.DomainCrash;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails in the middle of load: of everything that the database wrote itself, what was not synced is lost,
 * kept or torn. A killed process leaves its unsynced bytes to the operating system; here they go. RocksDB's own files
 * are taken as they are (protocol §8).
 */
class PowerLossTest {

    private static final int FAILURES_A_HOME = 5;
    private static final int CLIENTS = 4;
    private static final int HOMES_TO_FIND_A_LOSS = 25;
    private static final long IDS_A_LIFE = 1_000_000_000L;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private int acknowledged;

    @Test
    void nothingAcknowledgedIsLostWhenThePowerFails() throws IOException, InterruptedException {
        int homes = Integer.getInteger("hotcopy.homes", 3);
        long seed = Long.getLong("hotcopy.seed", System.nanoTime());
        SplittableRandom seeds = new SplittableRandom(seed);
        try {
            for (int home = 0; home < homes; home++) {
                failAgainAndAgain(scratch.resolve("home-" + home), seeds.split(), path -> false);
            }
        } catch (AssertionError | RuntimeException red) {
            throw new AssertionError("seed " + seed + ": " + red.getMessage(), red);
        }
        System.out.println("seed " + seed + ": " + homes * FAILURES_A_HOME + " power failures, " + acknowledged
                + " transfers acknowledged, all there");
        assertTrue(acknowledged > homes * FAILURES_A_HOME, "only " + acknowledged + " transfers");
    }

    /**
     * The negative control: a journal that is not synced must be found out. A power failure may by chance keep all that
     * was not synced, and the clients' threads are not seeded; so it is looked for in as many homes as it takes.
     */
    @Test
    void aJournalThatIsNotSyncedTurnsTheTestRed() {
        SplittableRandom seeds = new SplittableRandom(1);
        assertThrows(AssertionError.class, () -> {
            for (int home = 0; home < HOMES_TO_FIND_A_LOSS; home++) {
                failAgainAndAgain(scratch.resolve("home-" + home), seeds.split(), PowerLossTest::isSegment);
            }
        });
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().endsWith(".seg");
    }

    private void failAgainAndAgain(Path home, SplittableRandom choices, Predicate<Path> forgottenSyncs)
            throws IOException, InterruptedException {
        KillLedger ledger = new KillLedger();
        Files.createDirectory(home);
        for (int failure = 0; failure < FAILURES_A_HOME; failure++) {
            FaultyStorage disk = new FaultyStorage(home, choices.nextLong())
                    .ignoreSyncs(forgottenSyncs)
                    .crashAt(1 + choices.nextInt(choices.nextInt(3) == 0 ? 400 : 3_000));
            live(disk, choices, failure * IDS_A_LIFE, ledger);
            judge(home, choices.nextLong(), ledger);
        }
        acknowledged += ledger.acknowledgedTransfers();
    }

    /** Starts and works until the power fails. */
    private static void live(FaultyStorage disk, SplittableRandom choices, long firstTransfer, KillLedger ledger)
            throws InterruptedException, IOException {
        EmbeddedDomain domain;
        try {
            domain = CrashDomain.start(disk.root(), choices.nextLong(), Set.of());
        } catch (HotCopyException failedAtStart) {
            assertTrue(disk.crashed(), "did not start on a sound disk: " + failedAtStart.getMessage());
            return;
        }
        try {
            work(domain, disk, choices, firstTransfer, ledger);
        } finally {
            disk.crash();
            DomainCrash.crash(domain);
        }
    }

    private static void work(
            EmbeddedDomain domain, FaultyStorage disk, SplittableRandom choices, long firstTransfer, KillLedger ledger)
            throws InterruptedException {
        BankClients clients =
                new BankClients(domain.database(CrashDomain.NAME.database()), firstTransfer, ledger::hear);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> unexpected = Collections.synchronizedList(new ArrayList<>());
        untilPowerFails(disk, unexpected, clients::createTables);
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom own = choices.split();
            threads.add(new Thread(() -> untilPowerFails(disk, unexpected, () -> {
                while (!disk.crashed()) {
                    clients.transfer(own);
                }
            })));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), unexpected);
    }

    private static void untilPowerFails(FaultyStorage disk, List<Throwable> unexpected, Runnable work) {
        try {
            work.run();
        } catch (HotCopyException stopped) {
            if (!disk.crashed()) {
                unexpected.add(stopped);
            }
        } catch (RuntimeException | Error trouble) {
            unexpected.add(trouble);
        }
    }

    /** After the restart, on a sound disk. */
    private static void judge(Path home, long seed, KillLedger ledger) {
        try {
            EmbeddedDomain domain = CrashDomain.start(new FaultyStorage(home, seed).root(), seed, Set.of());
            try {
                assertEquals(Set.of(), domain.reports().get(0).absent().keySet(), "absent archives");
                ledger.requireLive(domain.database(CrashDomain.NAME.database()));
            } finally {
                DomainCrash.crash(domain);
            }
        } catch (HotCopyException refused) {
            throw new AssertionError("does not start again: " + refused.getMessage(), refused);
        }
    }
}
