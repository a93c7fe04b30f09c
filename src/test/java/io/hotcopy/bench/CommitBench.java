package io.hotcopy.bench;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.EmbeddedEnvironment;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.embedded.StartOptions;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Acknowledged commits per second of a whole domain: six storage managers, three storage groups, each on four of them,
 * a number of clients that wait for each answer. A commit writes one record of 1 KiB, or two in different storage
 * groups.
 */
public final class CommitBench {

    private static final int SECONDS = 10;
    private static final int WARM_UP_SECONDS = 5;
    private static final int KEYS = 100_000;
    private static final int VALUE_BYTES = 1024;
    private static final String TABLE = "rows";
    private static final String[][] SERVES = {
        {"SG1", "SG2"}, {"SG1", "SG3"}, {"SG2", "SG3"}, {"SG1", "SG2"}, {"SG1", "SG3"}, {"SG2", "SG3"}
    };

    private CommitBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(System.getProperty("hotcopy.bench.directory")).resolve("commit");
        System.out.printf("%8s %8s %10s %10s %10s%n", "clients", "rows", "commits/s", "median ms", "p99 ms");
        for (int clients : new int[] {1, 8, 32}) {
            for (int rows : new int[] {1, 2}) {
                SyncedFiles.deleteTree(directory);
                DatabaseStatistics[] measured = measure(directory, clients, rows);
                System.out.printf(
                        "%8d %8d %10.0f %10.2f %10.2f%n",
                        clients,
                        rows,
                        (double) (measured[1].commits() - measured[0].commits()) / SECONDS,
                        measured[1].median().toNanos() / 1e6,
                        measured[1].p99().toNanos() / 1e6);
            }
        }
        SyncedFiles.deleteTree(directory);
    }

    private static DatabaseStatistics[] measure(Path directory, int clients, int rows) throws InterruptedException {
        EmbeddedEnvironment environment = new EmbeddedEnvironment(
                Clock.systemUTC(), new SplittableRandom(1), EmbeddedSettings.DEFAULT, event -> {});
        try (EmbeddedDomain domain = EmbeddedDomain.start(declared(directory), StartOptions.NONE, environment)) {
            EmbeddedDatabase database = domain.database("bench");
            database.createTable(TABLE, 12, database.storageGroups().subList(0, 3));
            AtomicBoolean stopped = new AtomicBoolean();
            List<Thread> threads = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                SplittableRandom random = new SplittableRandom(client);
                threads.add(new Thread(() -> commit(database, rows, random, stopped)));
            }
            threads.forEach(Thread::start);
            Thread.sleep(WARM_UP_SECONDS * 1000L);
            DatabaseStatistics before = database.statistics();
            Thread.sleep(SECONDS * 1000L);
            DatabaseStatistics after = database.statistics();
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            return new DatabaseStatistics[] {before, after};
        }
    }

    private static void commit(EmbeddedDatabase database, int rows, SplittableRandom random, AtomicBoolean stopped) {
        byte[] value = new byte[VALUE_BYTES];
        while (!stopped.get()) {
            random.nextBytes(value);
            try (Transaction transaction = database.begin()) {
                for (int row = 0; row < rows; row++) {
                    byte[] key = ByteBuffer.allocate(Integer.BYTES)
                            .putInt(random.nextInt(KEYS))
                            .array();
                    transaction.put(TABLE, key, value);
                }
                transaction.commit();
            } catch (ConflictException lost) {
                continue;
            }
        }
    }

    private static Domain declared(Path home) {
        List<StorageManager> managers = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        TreeSet<StorageGroupName> groups = new TreeSet<>();
        for (int archive = 0; archive < SERVES.length; archive++) {
            TreeSet<StorageGroupName> serves = new TreeSet<>();
            for (String group : SERVES[archive]) {
                serves.add(new StorageGroupName(group));
            }
            groups.addAll(serves);
            hosts.add("h" + archive);
            managers.add(new StorageManager(new ArchiveId(archive), "h" + archive, serves, false));
        }
        return new Domain(
                "bench",
                Optional.of(home),
                List.of(new Region("one", hosts)),
                List.of(Database.of("bench", groups, List.of("h0"), managers)));
    }
}
