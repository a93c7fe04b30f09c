package io.hotcopy.bench;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Durable commits per second with one operation of 1 KiB: to one journal, and to six journals of one process, each
 * commit to all of them. So many commits are under way at a time; a commit is done when every journal has synced it.
 */
public final class JournalBench {

    private static final int SECONDS = 6;
    private static final int WARM_UP_SECONDS = 2;
    private static final StorageGroupName GROUP = new StorageGroupName("SG1");

    private final List<Journal> journals = new ArrayList<>();
    private final ConcurrentHashMap<Long, Pending> pending = new ConcurrentHashMap<>();
    private final Semaphore underWay;
    private final long[] latencies = new long[4_000_000];
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger groups = new AtomicInteger();

    private record Pending(long since, AtomicInteger missing) {}

    private JournalBench(int underWay) {
        this.underWay = new Semaphore(underWay);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(System.getProperty("hotcopy.bench.directory")).resolve("journal");
        System.out.printf(
                "%8s %9s %10s %12s %8s %8s %8s%n",
                "journals", "under way", "commits/s", "per group", "p50 ms", "p99 ms", "max ms");
        for (int journals : new int[] {1, 6}) {
            for (int underWay : new int[] {1, 16, 128, 512}) {
                remove(directory);
                Files.createDirectories(directory);
                new JournalBench(underWay).run(directory, journals, underWay);
            }
        }
        remove(directory);
    }

    private void run(Path directory, int count, int inFlight) throws IOException, InterruptedException {
        for (int index = 0; index < count; index++) {
            journals.add(open(Files.createDirectory(directory.resolve("archive-" + index)), index));
        }
        long next = append(1, WARM_UP_SECONDS, inFlight);
        done.set(0);
        groups.set(0);
        long start = System.nanoTime();
        append(next, SECONDS, inFlight);
        double seconds = (System.nanoTime() - start) / 1e9;
        int commits = done.get();
        long[] sorted = Arrays.copyOf(latencies, Math.min(commits, latencies.length));
        Arrays.sort(sorted);
        System.out.printf(
                "%8d %9d %10.0f %12.1f %8.2f %8.2f %8.2f%n",
                count,
                inFlight,
                commits / seconds,
                (double) commits * count / groups.get(),
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length / 100 * 99] / 1e6,
                sorted[sorted.length - 1] / 1e6);
        journals.forEach(Journal::close);
        journals.clear();
    }

    /** Appends commits for so long, waits for the last of them, and says which number comes next. */
    private long append(long first, int seconds, int inFlight) throws InterruptedException {
        byte[] value = new byte[1024];
        new SplittableRandom(first).nextBytes(value);
        SortedSet<ArchiveId> participants = new TreeSet<>();
        for (int index = 0; index < journals.size(); index++) {
            participants.add(new ArchiveId(index));
        }
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long number = first;
        for (; System.nanoTime() < end; number++) {
            underWay.acquire();
            pending.put(number, new Pending(System.nanoTime(), new AtomicInteger(journals.size())));
            for (Journal journal : journals) {
                journal.append(commit(number, participants, value));
            }
            if (number % 10_000 == 0) {
                recycle(number - 10_000);
            }
        }
        underWay.acquire(inFlight);
        underWay.release(inFlight);
        return number;
    }

    private void recycle(long number) {
        for (Journal journal : journals) {
            journal.recycle(new CommitNumber(number));
        }
    }

    private static CommitFrame commit(long number, SortedSet<ArchiveId> participants, byte[] value) {
        byte[] key = ByteBuffer.allocate(12).putInt(1).putLong(number).array();
        return new CommitFrame(
                new CommitNumber(number),
                1,
                Clock.systemUTC().instant(),
                participants,
                new TreeSet<>(List.of(GROUP)),
                List.of(new FingerprintDifference(GROUP, 1, new Fingerprint(number, number))),
                List.of(new Operation(GROUP, key, value)));
    }

    private Journal open(Path archive, int index) {
        JournalIdentity identity = new JournalIdentity(
                new UUID(1, 1), Lineage.created(new UUID(2, 2)), new ArchiveId(index), new UUID(3, index));
        Path directory = archive.resolve("journal");
        return Journal.open(
                directory,
                identity,
                JournalSettings.DEFAULT,
                JournalReader.scan(directory, entry -> {}),
                Leases.open(archive.resolve("leases.yaml")),
                new Listener(),
                new SplittableRandom(index),
                Clock.systemUTC());
    }

    private final class Listener implements JournalListener {
        @Override
        public void durable(List<CommitNumber> commits) {
            groups.incrementAndGet();
            for (CommitNumber number : commits) {
                Pending commit = pending.get(number.value());
                if (commit.missing().decrementAndGet() == 0) {
                    pending.remove(number.value());
                    latencies[done.getAndIncrement() % latencies.length] = System.nanoTime() - commit.since();
                    underWay.release();
                }
            }
        }

        @Override
        public void failed(HotCopyException cause) {
            throw cause;
        }

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {
            System.out.println("quota: " + usedBytes + " of " + quotaBytes);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
