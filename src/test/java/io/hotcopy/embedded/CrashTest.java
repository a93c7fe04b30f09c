package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Transfers across storage groups, and a stop dead in the middle of them, again and again: what was acknowledged is
 * there, what was in doubt is there as a whole or not at all.
 */
class CrashTest {

    private static final int LIVES = 8;
    private static final int CLIENTS = 4;

    @TempDir(factory = InMemory.class)
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void losesNothingAcknowledgedAndHalvesNothing(long seed) throws Exception {
        SampleDomain sample = SampleDomain.ofSix(directory);
        SplittableRandom random = new SplittableRandom(seed);
        Bank bank = new Bank(seed);
        EmbeddedDomain domain = sample.start();
        Bank.open(SampleDomain.database(domain));
        for (int life = 0; life < LIVES; life++) {
            Bank.Life clients = bank.run(SampleDomain.database(domain), CLIENTS);
            awaitTransfers(bank, 1 + random.nextInt(120));
            flushSome(domain, random);
            awaitTransfers(bank, 1 + random.nextInt(60));
            stop(domain, random);
            clients.join();
            if (life == LIVES / 2) {
                SyncedFiles.deleteTree(sample.archive(random.nextInt(6)));
            }
            domain = sample.start();
            BankCheck.requireWhole(bank, SampleDomain.database(domain), "seed " + seed + ", life " + life);
        }
        domain.close();
    }

    /** The same, but what was not synced is lost or torn too. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void losesNothingAcknowledgedWhenThePowerFails(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Bank bank = new Bank(seed);
        FaultyStorage disk = new FaultyStorage(directory, seed);
        EmbeddedDomain domain = SampleDomain.ofSix(disk.root()).start();
        Bank.open(SampleDomain.database(domain));
        for (int life = 0; life < LIVES; life++) {
            Bank.Life clients = bank.run(SampleDomain.database(domain), CLIENTS);
            awaitTransfers(bank, 1 + random.nextInt(80));
            flushSome(domain, random);
            disk.crashAt(1 + random.nextInt(200));
            clients.join();
            domain.crash();
            assertTrue(disk.crashed());
            disk = new FaultyStorage(disk.reopened(), seed + life);
            domain = SampleDomain.ofSix(disk.root()).start();
            assertEquals(Map.of(), domain.reports().get(0).absent(), "seed " + seed + ", life " + life);
            BankCheck.requireWhole(bank, SampleDomain.database(domain), "seed " + seed + ", life " + life);
        }
        domain.close();
    }

    /** Dead, or in good order while clients go on: they must not be able to tell what is lost. */
    private static void stop(EmbeddedDomain domain, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> domain.close();
            case 1 -> domain.closeWithoutFlush();
            default -> domain.crash();
        }
    }

    private static void awaitTransfers(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** So that some stores begin their redo in the middle. */
    private static void flushSome(EmbeddedDomain domain, SplittableRandom random) {
        for (Member member : SampleDomain.database(domain).running().members()) {
            if (random.nextBoolean()) {
                member.store().flush();
            }
        }
    }
}
