package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storage managers stop, crash, are thrown out and come back in any order, and the domain stops now and then. */
class ComingAndGoingTest {

    private static final int STEPS = 25;

    @TempDir(factory = InMemory.class)
    private Path directory;

    private SampleDomain sample;
    private EmbeddedDomain domain;
    private EmbeddedDatabase database;
    private Bank bank;
    private Bank.Life clients;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void losesNothingAcknowledged(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        bank = new Bank(seed);
        sample = SampleDomain.ofSix(directory);
        domain = sample.start();
        database = SampleDomain.database(domain);
        Bank.open(database);
        clients = bank.run(database, 3);
        for (int step = 0; step < STEPS; step++) {
            await(1 + random.nextInt(40));
            step(random, "seed " + seed + ", step " + step);
        }
        clients.stop();
        BankCheck.requireWhole(bank, database, "seed " + seed + ", at the end");
        domain.close();
    }

    private void step(SplittableRandom random, String when) throws Exception {
        List<ArchiveId> running = archives(State.RUNNING).toList();
        List<ArchiveId> stopped = archives(State.STOPPED).toList();
        ArchiveId chosen = running.get(random.nextInt(running.size()));
        int choice = random.nextInt(10);
        if (choice < 4 && !stopped.isEmpty()) {
            database.startStorageManager(stopped.get(random.nextInt(stopped.size())), ProgressListener.NONE);
        } else if (choice < 9 && canDoWithout(chosen)) {
            away(chosen, random.nextInt(3));
        } else if (choice == 9) {
            restart(random, when);
        }
        flushSome(random);
    }

    private Stream<ArchiveId> archives(State state) {
        return database.facts().archives().stream()
                .filter(facts -> facts.state() == state)
                .map(ArchiveFacts::id);
    }

    private boolean canDoWithout(ArchiveId archive) {
        return database.storageGroups().stream().allMatch(group -> database.facts().archives().stream()
                .filter(facts ->
                        facts.state() == State.RUNNING && facts.serves().contains(group))
                .anyMatch(facts -> !facts.id().equals(archive)));
    }

    private void away(ArchiveId archive, int how) {
        switch (how) {
            case 0 -> database.stopStorageManager(archive);
            case 1 -> database.killStorageManager(archive);
            default -> {
                database.running().pipeline().evict(archive, new HotCopyException("no space left on device"));
                while (database.running().pipeline().membership().has(archive)) {
                    LockSupport.parkNanos(100_000);
                }
            }
        }
    }

    private void restart(SplittableRandom random, String when) throws Exception {
        if (random.nextBoolean()) {
            domain.crash();
        } else {
            domain.close();
        }
        clients.join();
        domain = sample.start();
        database = SampleDomain.database(domain);
        assertEquals(6, archives(State.RUNNING).count(), when + ": " + domain.reports());
        BankCheck.requireWhole(bank, database, when);
        clients = bank.run(database, 3);
    }

    /** Some begin their next SYNC in the middle, and some keep only what others have not. */
    private void flushSome(SplittableRandom random) {
        for (Member member : database.running().members()) {
            if (random.nextInt(3) == 0 && database.running().pipeline().serves(member.archive())) {
                member.store().flush();
                member.journal().recycle(member.store().persistedMark());
            }
        }
        assertTrue(database.stopped().isEmpty());
    }

    private void await(int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }
}
