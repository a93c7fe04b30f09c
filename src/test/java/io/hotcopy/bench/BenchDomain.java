package io.hotcopy.bench;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.EmbeddedEnvironment;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.embedded.StartOptions;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The embedded database of the benchmarks: one table of 1 KiB records over three storage groups, in one archive or in
 * several that serve two groups each.
 */
final class BenchDomain implements AutoCloseable {

    static final int VALUE_BYTES = 1_024;
    static final int BATCH = 1_000;
    private static final String TABLE = "records";
    private static final List<String> GROUPS = List.of("SG1", "SG2", "SG3");

    private final EmbeddedDomain domain;
    private final EmbeddedDatabase database;

    /**
     * Starts it; makes it when it is not there.
     *
     * @param archives one, which serves all three groups, or three, each of which serves two of them
     */
    BenchDomain(Path home, int archives) {
        EmbeddedEnvironment environment = new EmbeddedEnvironment(
                Clock.systemUTC(), new SplittableRandom(1), EmbeddedSettings.DEFAULT, event -> {});
        domain = EmbeddedDomain.start(declared(home, archives), StartOptions.NONE, environment);
        database = domain.database("bench");
    }

    private static Domain declared(Path home, int archives) {
        List<StorageManager> managers = IntStream.range(0, archives)
                .mapToObj(archive -> new StorageManager(new ArchiveId(archive), "h", serves(archive, archives), true))
                .toList();
        return new Domain(
                "bench",
                Optional.of(home),
                List.of(new Region("here", List.of("h"))),
                List.of(Database.of("bench", groups(), List.of("h"), managers)));
    }

    private static SortedSet<StorageGroupName> serves(int archive, int archives) {
        SortedSet<StorageGroupName> serves = groups();
        if (archives > 1) {
            serves.remove(new StorageGroupName(GROUPS.get(archive % GROUPS.size())));
        }
        return serves;
    }

    private static SortedSet<StorageGroupName> groups() {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        GROUPS.forEach(name -> groups.add(new StorageGroupName(name)));
        return groups;
    }

    static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static byte[] value(SplittableRandom random) {
        byte[] value = new byte[VALUE_BYTES];
        random.nextBytes(value);
        return value;
    }

    /** Makes the table and so many records. */
    void fill(long records, SplittableRandom random) {
        database.createTable(TABLE, 12, List.copyOf(groups()));
        for (long first = 0; first < records; first += BATCH) {
            long begin = first;
            long end = Math.min(first + BATCH, records);
            commit(transaction -> {
                for (long key = begin; key < end; key++) {
                    transaction.put(TABLE, key(key), value(random));
                }
            });
        }
    }

    /** Overwrites so many records chosen at random, in commits of ten. */
    void change(long records, long of, SplittableRandom random) {
        for (long written = 0; written < records; written += 10) {
            long count = Math.min(10, records - written);
            commit(transaction -> {
                for (long each = 0; each < count; each++) {
                    transaction.put(TABLE, key(random.nextLong(of)), value(random));
                }
            });
        }
    }

    /** Overwrites one record and waits for the answer. */
    void changeOne(long of, SplittableRandom random) {
        commit(transaction -> transaction.put(TABLE, key(random.nextLong(of)), value(random)));
    }

    private void commit(Consumer<Transaction> writes) {
        try (Transaction transaction = database.begin()) {
            writes.accept(transaction);
            transaction.commit();
        } catch (ConflictException lost) {
            commit(writes);
        }
    }

    EmbeddedDatabase database() {
        return database;
    }

    /** Takes a hot copy of all archives together; a full makes {@code directory/archive-N} for each. */
    RunReport.HotCopy copy(HotCopyType type, Path directory, List<SetId> sets) {
        return copy(type, directory, sets, ProgressListener.NONE);
    }

    /** As above, telling how it goes. */
    RunReport.HotCopy copy(HotCopyType type, Path directory, List<SetId> sets, ProgressListener progress) {
        DatabaseName name = new DatabaseName("bench", "bench");
        List<ArchiveFacts> archives = domain.facts(name).archives();
        List<HotCopyStep.Member> members = IntStream.range(0, archives.size())
                .mapToObj(index -> member(
                        archives.get(index),
                        directory,
                        sets.isEmpty() ? Optional.empty() : Optional.of(sets.get(index))))
                .toList();
        HotCopyStep step = new HotCopyStep("bench", "all", name, type, members, "asked for", Optional.empty());
        BackupPlan plan =
                new BackupPlan(Clock.systemUTC().instant(), List.of(step), Pace.DEFAULT, List.of(), List.of());
        return new HotCopyEngine(domain, EngineOptions.DEFAULT, Clock.systemUTC(), new SplittableRandom())
                .run(plan, progress)
                .hotCopies()
                .get(0);
    }

    private static HotCopyStep.Member member(ArchiveFacts archive, Path directory, Optional<SetId> set) {
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                directory,
                directory.resolve("archive-" + archive.id()),
                set,
                archive.size());
    }

    /** The sets that a full made, in order of their archives. */
    static List<SetId> sets(RunReport.HotCopy full) {
        return full.archives().stream()
                .map(archive -> archive.set().orElseThrow())
                .toList();
    }

    /** Where the archives lie. */
    static Stream<Path> archives(Path home, int count) {
        return IntStream.range(0, count).mapToObj(archive -> home.resolve("bench/archive-" + archive));
    }

    @Override
    public void close() {
        domain.close();
    }
}
