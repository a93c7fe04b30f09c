package io.hotcopy.embedded.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.SourceFile;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class PinnedFilesTest {

    private static final StorageGroupName SG1 = new StorageGroupName("SG1");
    private static final StorageGroupName SG2 = new StorageGroupName("SG2");
    private static final int TABLE = 1;
    private static final int KEYS = 2_000;

    @TempDir
    private Path directory;

    private StoreMemory memory;
    private ArchiveStore store;

    @BeforeEach
    void open() {
        memory = new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(4));
        store = ArchiveStore.open(directory.resolve("rocks"), new TreeSet<>(List.of(SG1, SG2)), memory);
    }

    @AfterEach
    void close() {
        store.close();
        memory.close();
    }

    @Test
    void copiesTakenWhileWritesFlushesAndCompactionsGoOnOpenAtOneCommitEach() throws Exception {
        long seed = 20261122;
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<?> writing = writer.submit(() -> write(new Random(seed), stop));
        Set<String> listed = new HashSet<>();
        try {
            for (int round = 0; round < 12; round++) {
                awaitCommitAfter(store.appliedMark());
                CommitNumber persisted = store.persistedMark();
                Path copy = directory.resolve("copy-" + round);
                try (PinnedFiles pinned = store.pinFiles()) {
                    awaitCommitAfter(store.appliedMark());
                    store.flush();
                    pinned.files().forEach(file -> listed.add(file.name()));
                    copy(pinned, copy);
                }
                requireOneCommit(copy, persisted, "seed " + seed + ", round " + round);
            }
        } finally {
            stop.set(true);
            writing.get();
            writer.shutdown();
        }
        long tables = listed.stream().filter(name -> name.endsWith(".sst")).count();
        assertTrue(tables > 30, "only " + tables + " files of records were seen: nothing was flushed or compacted");
    }

    /** Each commit sets both groups' counter to its number and replaces some random records. */
    private void write(Random random, AtomicBoolean stop) {
        SortedMap<TableInGroup, Fingerprint> sums = new TreeMap<>();
        ContentHash hash = new ContentHash();
        for (long commit = 1; !stop.get(); commit++) {
            StoreBatch batch = new StoreBatch().applied(new CommitNumber(commit));
            for (StorageGroupName group : List.of(SG1, SG2)) {
                TableInGroup part = new TableInGroup(group, TABLE);
                Fingerprint sum = sums.getOrDefault(part, Fingerprint.ZERO);
                for (int key : new int[] {0, 1 + random.nextInt(KEYS), 1 + KEYS + random.nextInt(KEYS)}) {
                    byte[] row = TableKeys.key(TABLE, number(key));
                    byte[] value = key == 0 ? number(commit) : random(random, commit);
                    byte[] old = store.get(group, row).orElse(null);
                    sum = old == null ? sum : sum.minus(hash.of(row, old));
                    sum = sum.plus(hash.of(row, value));
                    batch.put(group, row, value);
                }
                sums.put(part, sum);
                batch.fingerprint(group, TABLE, sum);
            }
            store.apply(batch);
            if (commit % 500 == 0) {
                store.beginFlush();
            }
        }
    }

    private void requireOneCommit(Path copy, CommitNumber persisted, String when) {
        TreeSet<StorageGroupName> none = new TreeSet<>();
        try (ArchiveStore copied = ArchiveStore.open(copy.resolve("rocks"), none, memory)) {
            CommitNumber mark = copied.appliedMark();
            assertFalse(persisted.isAfter(mark), when + ": persisted " + persisted + ", copied " + mark);
            for (StorageGroupName group : List.of(SG1, SG2)) {
                byte[] counter =
                        copied.get(group, TableKeys.key(TABLE, number(0))).orElse(number(0));
                assertArrayEquals(number(mark.value()), counter, when + ", " + group);
                Fingerprint running =
                        copied.runningFingerprints().getOrDefault(new TableInGroup(group, TABLE), Fingerprint.ZERO);
                Fingerprint scanned = GroupContent.of(copied, group, table -> true, bytes -> {});
                assertEquals(running, scanned, when + ", " + group);
            }
        }
    }

    @Test
    void pinnedFilesStayWhileOneOfSeveralPinsIsLeftAndGoAfterwards() throws IOException {
        fill(1);
        PinnedFiles first = store.pinFiles();
        PinnedFiles second = store.pinFiles();
        Set<Path> pinned = tables(second);
        for (int round = 2; round < 30; round++) {
            fill(round);
        }
        first.close();
        first.close();
        assertTrue(onDisk().containsAll(pinned), "the second pin's files were deleted with the first pin");
        for (int round = 30; round < 60; round++) {
            fill(round);
        }
        assertTrue(onDisk().containsAll(pinned));
        second.close();
        for (int round = 60; round < 90; round++) {
            fill(round);
        }
        awaitGone(sortedOut(pinned));
    }

    /** Those that the store no longer needs. */
    private Set<Path> sortedOut(Set<Path> pinned) {
        Set<Path> unneeded = new HashSet<>(pinned);
        unneeded.removeAll(live());
        assertFalse(unneeded.isEmpty(), "nothing was compacted away");
        return unneeded;
    }

    private Set<Path> live() {
        try (PinnedFiles live = store.pinFiles()) {
            return tables(live);
        }
    }

    private void awaitGone(Set<Path> files) throws IOException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        Set<Path> left = onDisk();
        while (left.removeAll(files)) {
            assertTrue(System.nanoTime() < deadline, files + " are still there, and nobody needs them");
            left = onDisk();
        }
    }

    @Test
    void aPinNeverFlushes() {
        store.apply(commit(1));
        store.flush();
        store.apply(commit(2));
        store.pinFiles().close();
        assertEquals(new CommitNumber(1), store.persistedMark());
    }

    @Test
    void namesAreRelativeToTheArchiveAndCurrentNamesTheListedManifest() throws IOException {
        fill(1);
        try (PinnedFiles pinned = store.pinFiles()) {
            List<String> names = pinned.files().stream().map(SourceFile::name).toList();
            assertTrue(names.stream().allMatch(name -> name.matches("rocks/[A-Z0-9a-z.-]+")), names.toString());
            SourceFile current = file(pinned, "CURRENT");
            String manifest = new String(bytes(current)).strip();
            assertTrue(names.contains("rocks/" + manifest), manifest + " is not among " + names);
            assertTrue(names.stream().anyMatch(name -> name.startsWith("rocks/OPTIONS-")), names.toString());
            SourceFile listed = file(pinned, manifest);
            long before = listed.length();
            for (int round = 2; round < 5; round++) {
                fill(round);
            }
            assertEquals(before, listed.length());
            assertTrue(Files.size(directory.resolve(listed.name())) > before, "the MANIFEST did not grow");
        }
    }

    private void fill(long commit) {
        store.apply(commit(commit));
        store.flush();
    }

    private static StoreBatch commit(long number) {
        Random random = new Random(number);
        StoreBatch batch = new StoreBatch().applied(new CommitNumber(number));
        for (int key = 0; key < 50; key++) {
            batch.put(SG1, TableKeys.key(TABLE, number(key)), random(random, number));
        }
        return batch;
    }

    private void awaitCommitAfter(CommitNumber commit) {
        while (store.appliedMark().value() < commit.value() + 200) {
            Thread.onSpinWait();
        }
    }

    private static Set<Path> tables(PinnedFiles pinned) {
        Set<Path> tables = new HashSet<>();
        for (SourceFile file : pinned.files()) {
            if (file.name().endsWith(".sst")) {
                tables.add(Path.of(file.name()).getFileName());
            }
        }
        return tables;
    }

    private Set<Path> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("rocks"))) {
            return new HashSet<>(files.map(Path::getFileName)
                    .filter(name -> name.toString().endsWith(".sst"))
                    .toList());
        }
    }

    private static SourceFile file(PinnedFiles pinned, String name) {
        return pinned.files().stream()
                .filter(file -> file.name().equals("rocks/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(PinnedFiles pinned, Path target) throws IOException {
        for (SourceFile file : pinned.files()) {
            Path copy = target.resolve(file.name());
            Files.createDirectories(copy.getParent());
            Files.write(copy, bytes(file));
        }
    }

    private static byte[] bytes(SourceFile file) throws IOException {
        try (InputStream stream = Channels.newInputStream(file.open())) {
            byte[] bytes = stream.readNBytes(Math.toIntExact(file.length()));
            assertEquals(file.length(), bytes.length, file.name());
            return bytes;
        }
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] random(Random random, long commit) {
        byte[] value = new byte[300 + random.nextInt(300)];
        random.nextBytes(value);
        ByteBuffer.wrap(value).putLong(commit);
        return value;
    }
}
