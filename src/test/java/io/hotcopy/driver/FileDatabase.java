package io.hotcopy.driver;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A small real database of files and a driver for it, for tests of the engine: commits are numbered, written to the
 * journal of every archive that serves a group they touch, later moved into immutable files, compacted, recycled. Kept
 * honest by {@link DomainDriverContract}. Safe for several threads.
 */
public final class FileDatabase implements DomainDriver, PinnedCopies {
    public static final DatabaseName NAME = new DatabaseName("acme", "test");
    public static final Instant FIRST_COMMIT = Instant.parse("2021-12-18T00:00:00Z");
    /** What a simple hot copy's archive holds: every record through its cut. */
    public static final String ARCHIVE_FILE = "archive.dat";

    static final UUID UUID_OF_DATABASE = new UUID(0, 1);
    static final Lineage LINEAGE = Lineage.created(new UUID(0, 2));

    /** Is told of every call that a copy makes before it is carried out; may throw, block or count. */
    public interface Watcher {
        void before(String call, ArchiveId archive);
    }

    private final SortedMap<ArchiveId, FileArchive> archives = new TreeMap<>();
    private final SortedSet<StorageGroupName> groups = new TreeSet<>();
    private final List<CommitRecord> commits = new ArrayList<>();
    private final SortedMap<StorageGroupName, Fingerprint> contents = new TreeMap<>();
    private final List<FileCopy> open = new ArrayList<>();
    private volatile Watcher watcher = (call, archive) -> {};
    private volatile Supplier<CommitLatency> latency = () -> CommitLatency.IDLE;
    private boolean stalled;

    /**
     * @param home an existing directory
     * @param serves for archive 0, 1 … the groups it serves besides UNPARTITIONED, separated by spaces
     */
    public FileDatabase(Path home, String... serves) throws IOException {
        groups.add(StorageGroupName.UNPARTITIONED);
        for (int id = 0; id < serves.length; id++) {
            SortedSet<StorageGroupName> served = groups(serves[id]);
            served.add(StorageGroupName.UNPARTITIONED);
            groups.addAll(served);
            ArchiveId archive = new ArchiveId(id);
            archives.put(archive, new FileArchive(archive, served, home.resolve("archive-" + id)));
        }
        groups.forEach(group -> contents.put(group, Fingerprint.ZERO));
    }

    /** Names separated by spaces. */
    public static SortedSet<StorageGroupName> groups(String names) {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(StorageGroupName::new)
                .forEach(groups::add);
        return groups;
    }

    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** Commits once, touching these groups; answers when it is stable, which is at once unless {@link #stall}ed. */
    public synchronized long commit(SortedSet<StorageGroupName> touched, int payloadBytes) {
        CommitRecord commit = new CommitRecord(commits.size() + 1, touched, payloadBytes);
        commits.add(commit);
        touched.forEach(group -> contents.merge(group, commit.fingerprint(), Fingerprint::plus));
        archives.values().stream()
                .filter(archive -> archive.groups.stream().anyMatch(touched::contains))
                .forEach(archive -> quietly(() -> archive.append(commit)));
        return commit.number();
    }

    /** Every commit so far, in the order of their numbers. */
    public synchronized List<CommitRecord> commits() {
        return List.copyOf(commits);
    }

    /** Every group of the database. */
    public SortedSet<StorageGroupName> groups() {
        return groups;
    }

    /** Moves what can move: memory to files, files together, journal away. */
    public synchronized void disturb() {
        archives.values()
                .forEach(archive -> quietly(() -> {
                    archive.flush(commits.size());
                    archive.compact();
                }));
    }

    /** Moves memory to a file in one archive only, so that persisted marks differ. */
    public synchronized void flush(int archive) {
        quietly(() -> archive(new ArchiveId(archive)).flush(commits.size()));
    }

    public synchronized void state(int archive, ArchiveFacts.State state) {
        archive(new ArchiveId(archive)).state = state;
        notifyAll();
    }

    /** From here on nothing becomes stable, until called again with {@code false}. */
    public synchronized void stall(boolean stop) {
        stalled = stop;
        notifyAll();
    }

    /** As a SYNC does: no journal hot copy until a full or incremental has been completed. */
    public synchronized void suspendJournals(int archive) {
        archive(new ArchiveId(archive)).suspended = true;
    }

    /** How long commits take from here on, as its copies are told. */
    public void latency(Supplier<CommitLatency> told) {
        latency = told;
    }

    /** Copies that have not been closed. */
    public synchronized int openCopies() {
        return open.size();
    }

    /** Whether any file is held by a pin, or any journal by a pin's lease. */
    public synchronized boolean isPinned() {
        return archives.values().stream().anyMatch(FileArchive::isPinned)
                || archives.values().stream()
                        .anyMatch(archive -> archive.leases.keySet().stream().anyMatch(FileCopy.class::isInstance));
    }

    @Override
    public synchronized DatabaseFacts facts(DatabaseName database) {
        if (!database.equals(NAME)) {
            throw new HotCopyException("no database \"" + database + "\"");
        }
        return new DatabaseFacts(
                NAME,
                true,
                Optional.of(UUID_OF_DATABASE),
                Optional.of(LINEAGE),
                new CommitNumber(commits.size()),
                groups,
                archives.values().stream().map(FileDatabase::facts).toList());
    }

    private static ArchiveFacts facts(FileArchive archive) {
        return new ArchiveFacts(
                archive.id,
                "host" + archive.id,
                "region",
                archive.state,
                archive.groups,
                archive.journalHotCopy,
                archive.suspended ? Optional.of("a SYNC") : Optional.empty(),
                Optional.empty(),
                new ByteSize(archive.size()),
                Optional.ofNullable(archive.newestSet),
                archive.running);
    }

    @Override
    public PinnedCopies copies(DatabaseName database) {
        facts(database);
        return this;
    }

    /** A watcher may hold a call up: never under the lock, which the calls that it waits for need. */
    @Override
    public ArchiveCopy begin(ArchiveId id, CopyRequest request) {
        watcher.before("begin", id);
        return beginNow(id, request);
    }

    private synchronized ArchiveCopy beginNow(ArchiveId id, CopyRequest request) {
        FileArchive archive = archive(id);
        if (archive.state != ArchiveFacts.State.RUNNING) {
            throw new HotCopyException("No RUNNING SMs found for database dbName=" + NAME.database());
        }
        ConcurrencyRules.refusal(archive.running, Optional.ofNullable(archive.newestSet), request)
                .ifPresent(refusal -> {
                    throw refusal.exception();
                });
        FileCopy copy = new FileCopy(this, archive, request);
        archive.running.add(copy.asRunning(request.type() != HotCopyType.FULL));
        open.add(copy);
        return copy;
    }

    @Override
    public Cut cut(List<ArchiveCopy> copies, Duration patience) {
        watcher.before("cut", copies.get(0).archive());
        return cutNow(copies, patience);
    }

    private synchronized Cut cutNow(List<ArchiveCopy> copies, Duration patience) {
        copies.forEach(copy -> ((FileCopy) copy).requireInView());
        CommitNumber number = new CommitNumber(commits.size());
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>(contents);
        long deadline = System.nanoTime() + patience.toNanos();
        while (stalled) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new HotCopyException("commit " + number + " did not become stable within " + patience);
            }
            pause(left);
        }
        copies.forEach(copy -> ((FileCopy) copy).requireInView());
        return new Cut(number, FIRST_COMMIT.plusSeconds(number.value() + 1), fingerprints);
    }

    @Override
    public synchronized CommitNumber stable() {
        return new CommitNumber(commits.size());
    }

    @Override
    public CommitLatency commitLatency() {
        return latency.get();
    }

    /** Waits with the database's lock until something is so; what changes it notifies. */
    synchronized void awaitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(Long.MAX_VALUE);
        }
    }

    private void pause(long nanos) {
        try {
            wait(Math.max(1, nanos / 1_000_000));
        } catch (InterruptedException cancelled) {
            throw new HotCopyException("interrupted while waiting", cancelled);
        }
    }

    void before(String call, ArchiveId archive) {
        watcher.before(call, archive);
    }

    void closed(FileCopy copy) {
        open.remove(copy);
    }

    private FileArchive archive(ArchiveId id) {
        return Optional.ofNullable(archives.get(id))
                .orElseThrow(() -> new HotCopyException("No RUNNING SMs found for database dbName=" + NAME.database()));
    }

    /** Work on files that must not fail in a test. */
    interface FileWork {
        void run() throws IOException;
    }

    static void quietly(FileWork work) {
        try {
            work.run();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
