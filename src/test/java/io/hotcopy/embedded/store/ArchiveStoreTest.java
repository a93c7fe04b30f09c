package io.hotcopy.embedded.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class ArchiveStoreTest {

    private static final StorageGroupName SG1 = new StorageGroupName("SG1");
    private static final StorageGroupName SG2 = new StorageGroupName("SG2");
    private static final StorageGroupName ALL = StorageGroupName.UNPARTITIONED;
    private static final byte[] NO_BOUND = {};

    private static StoreMemory memory;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        memory = new StoreMemory(ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(8));
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Test
    void keepsWhatWasAppliedOverACleanClose() {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "k", "v").fingerprint(SG1, 7, new Fingerprint(1, 2)));
        }
        try (ArchiveStore store = store()) {
            assertEquals("v", value(store, SG1, "k"));
            assertEquals(new CommitNumber(1), store.appliedMark());
            assertEquals(new CommitNumber(1), store.persistedMark());
            assertEquals(Map.of(new TableInGroup(SG1, 7), new Fingerprint(1, 2)), store.runningFingerprints());
        }
    }

    @Test
    void losesInACrashWhatWasNotFlushedAndThePersistedMarkSaysSoBefore() {
        ArchiveStore store = store();
        store.apply(put(SG1, 1, "kept", "v"));
        store.flush();
        store.apply(put(SG1, 2, "lost", "v"));
        assertEquals(new CommitNumber(2), store.appliedMark());
        assertEquals(new CommitNumber(1), store.persistedMark());
        store.crash();

        try (ArchiveStore again = store()) {
            assertEquals(new CommitNumber(1), again.appliedMark());
            assertEquals("v", value(again, SG1, "kept"));
            assertTrue(again.get(SG1, key("lost")).isEmpty());
        }
    }

    @Test
    void aNewArchiveHasPersistedNothingAndSaysSo() {
        try (ArchiveStore store = store()) {
            assertEquals(CommitNumber.ZERO, store.persistedMark());
            store.apply(put(SG1, 1, "k", "v"));
            assertEquals(CommitNumber.ZERO, store.persistedMark());
        }
    }

    @Test
    void aMarkIsPersistedOnlyTogetherWithEveryGroupsRecords() {
        ArchiveStore store = store();
        store.apply(put(SG1, 1, "k", "1").put(SG2, key("k"), bytes("1")));
        store.beginFlush();
        store.apply(put(SG1, 2, "k", "2").put(SG2, key("k"), bytes("2")));
        CommitNumber persisted = store.persistedMark();
        store.crash();

        try (ArchiveStore again = ArchiveStore.openReadOnly(rocks(), memory)) {
            assertFalse(persisted.isAfter(again.appliedMark()));
            String expected = again.appliedMark().equals(CommitNumber.ZERO)
                    ? null
                    : again.appliedMark().toString();
            assertEquals(expected, value(again, SG1, "k"));
            assertEquals(expected, value(again, SG2, "k"));
        }
    }

    @Test
    void refusesToBringTheMarkBack() {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 5, "k", "v"));
            assertThrows(IllegalArgumentException.class, () -> store.apply(put(SG1, 4, "k", "w")));
            assertThrows(IllegalStateException.class, () -> store.apply(new StoreBatch().delete(SG1, key("k"))));
            assertEquals("v", value(store, SG1, "k"));
        }
    }

    @Test
    void dropsATableWithItsFingerprintAndNoOther() {
        try (ArchiveStore store = store()) {
            store.apply(new StoreBatch()
                    .put(SG1, TableKeys.key(6, bytes("z")), bytes("before"))
                    .put(SG1, TableKeys.key(7, bytes("")), bytes("a"))
                    .put(SG1, TableKeys.key(7, new byte[] {-1, -1, -1, -1, -1}), bytes("b"))
                    .put(SG1, TableKeys.key(8, bytes("")), bytes("after"))
                    .fingerprint(SG1, 7, new Fingerprint(1, 1))
                    .fingerprint(SG1, 8, new Fingerprint(2, 2))
                    .applied(new CommitNumber(1)));
            store.apply(new StoreBatch().dropTable(SG1, 7).applied(new CommitNumber(2)));

            assertEquals(List.of("before", "after"), values(store, SG1));
            assertEquals(Map.of(new TableInGroup(SG1, 8), new Fingerprint(2, 2)), store.runningFingerprints());
        }
    }

    @Test
    void scansInOrderWithinItsBoundsUntilToldToStop() {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "b", "b").put(SG1, key("a"), bytes("a")).put(SG1, key("c"), bytes("c")));

            assertEquals(List.of("a", "b", "c"), values(store, SG1));
            List<String> some = new ArrayList<>();
            store.scan(SG1, key("b"), key("c"), (key, value) -> some.add(new String(value, UTF_8)));
            assertEquals(List.of("b"), some);
            store.scan(SG1, NO_BOUND, NO_BOUND, (key, value) -> some.add("x") && false);
            assertEquals(List.of("b", "x"), some);
        }
    }

    @Test
    void aScanShowsTheMomentOfItsCall() {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "a", "old").put(SG1, key("b"), bytes("old")));
            List<String> seen = new ArrayList<>();
            store.scan(SG1, NO_BOUND, NO_BOUND, (key, value) -> {
                store.apply(put(SG1, 2, "b", "new"));
                return seen.add(new String(value, UTF_8));
            });
            assertEquals(List.of("old", "old"), seen);
        }
    }

    @Test
    void aCursorCanBeAskedOnlyWhileItStandsOnARecord() {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "k", "v"));
            RecordCursor cursor = store.cursor(SG1, NO_BOUND, NO_BOUND);
            assertThrows(IllegalStateException.class, cursor::key);
            assertTrue(cursor.next());
            assertArrayEquals(key("k"), cursor.key());
            assertFalse(cursor.next());
            assertFalse(cursor.next());
            assertThrows(IllegalStateException.class, cursor::value);
            cursor.close();
            cursor.close();
            assertThrows(IllegalStateException.class, cursor::next);
        }
    }

    @Test
    void everyCallAfterCloseThrowsAndNothingDies() {
        ArchiveStore store = store();
        store.apply(put(SG1, 1, "k", "v"));
        RecordCursor cursor = store.cursor(SG1, NO_BOUND, NO_BOUND);
        assertTrue(cursor.next());
        PinnedFiles pinned = store.pinFiles();
        store.close();
        store.close();
        store.crash();

        assertThrows(IllegalStateException.class, () -> store.get(SG1, key("k")));
        assertThrows(IllegalStateException.class, () -> store.apply(put(SG1, 2, "k", "v")));
        assertThrows(IllegalStateException.class, store::appliedMark);
        assertThrows(IllegalStateException.class, store::persistedMark);
        assertThrows(IllegalStateException.class, store::runningFingerprints);
        assertThrows(IllegalStateException.class, store::flush);
        assertThrows(IllegalStateException.class, store::pinFiles);
        assertThrows(IllegalStateException.class, () -> store.addGroup(new StorageGroupName("SG3")));
        assertThrows(IllegalStateException.class, () -> store.cursor(SG1, NO_BOUND, NO_BOUND));
        assertThrows(IllegalStateException.class, cursor::next);
        assertThrows(IllegalStateException.class, cursor::value);
        assertEquals(0, store.unflushedBytes());
        store.beginFlush();
        cursor.close();
        pinned.close();
    }

    @Test
    void addsAGroupAndFindsItAgain() {
        StorageGroupName added = new StorageGroupName("SG3");
        try (ArchiveStore store = store()) {
            store.addGroup(added);
            store.addGroup(added);
            store.apply(put(added, 1, "k", "v"));
            assertThrows(IllegalArgumentException.class, () -> store.get(new StorageGroupName("SG9"), key("k")));
        }
        try (ArchiveStore store = ArchiveStore.openReadOnly(rocks(), memory)) {
            assertEquals(new TreeSet<>(List.of(SG1, SG2, added, ALL)), store.groups());
            assertEquals("v", value(store, added, "k"));
        }
    }

    @Test
    void openedToBeReadOnlyItWritesNothing() throws IOException {
        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "k", "v"));
        }
        Map<String, Long> before = DirectoryTree.of(directory);
        Files.setPosixFilePermissions(rocks(), PosixFilePermissions.fromString("r-x------"));
        try (ArchiveStore store = ArchiveStore.openReadOnly(rocks(), memory)) {
            assertEquals("v", value(store, SG1, "k"));
            assertEquals(new CommitNumber(1), store.persistedMark());
            assertThrows(IllegalStateException.class, () -> store.apply(put(SG1, 2, "k", "w")));
            assertThrows(IllegalStateException.class, store::flush);
            assertThrows(IllegalStateException.class, store::pinFiles);
        } finally {
            Files.setPosixFilePermissions(rocks(), PosixFilePermissions.fromString("rwx------"));
        }
        assertEquals(before, DirectoryTree.of(directory));
    }

    @Test
    void itsDirectoryIsForItsOwnerOnly() throws IOException {
        store().close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rocks())));
    }

    @Test
    void tellsDamagedFromForeignFromMissing() throws IOException, RocksDBException {
        HotCopyException missing =
                assertThrows(HotCopyException.class, () -> ArchiveStore.openReadOnly(rocks(), memory));
        assertEquals("there is no archive in \"" + rocks() + "\"", missing.getMessage());

        Path foreign = directory.resolve("foreign");
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB database = RocksDB.open(options, foreign.toString())) {
            database.put(bytes("some"), bytes("thing"));
        }
        HotCopyException notOurs = assertThrows(
                HotCopyException.class, () -> ArchiveStore.open(foreign, new TreeSet<>(List.of(ALL)), memory));
        assertTrue(notOurs.getMessage().contains("is a database, but not an archive of hotcopy"), notOurs.getMessage());

        try (ArchiveStore store = store()) {
            store.apply(put(SG1, 1, "k", "v"));
        }
        try (Stream<Path> files = Files.list(rocks())) {
            Files.delete(files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow());
        }
        DamagedArchiveException damaged = assertThrows(DamagedArchiveException.class, this::store);
        assertTrue(damaged.getMessage().contains(rocks().toString()), damaged.getMessage());
    }

    @Test
    void refusesAnArchiveOfANewerFormat() throws RocksDBException {
        store().close();
        try (Options options = new Options()) {
            List<org.rocksdb.ColumnFamilyHandle> handles = new ArrayList<>();
            List<org.rocksdb.ColumnFamilyDescriptor> families = new ArrayList<>();
            for (byte[] name : RocksDB.listColumnFamilies(options, rocks().toString())) {
                families.add(new org.rocksdb.ColumnFamilyDescriptor(name));
            }
            try (RocksDB database = RocksDB.open(rocks().toString(), families, handles)) {
                database.put(SystemRecords.FORMAT_KEY, SystemRecords.format(2));
                handles.forEach(org.rocksdb.ColumnFamilyHandle::close);
            }
        }
        HotCopyException tooNew = assertThrows(HotCopyException.class, this::store);
        assertEquals(
                "the archive in \"" + rocks() + "\" has format version 2, this version of hotcopy reads up to 1",
                tooNew.getMessage());
    }

    private Path rocks() {
        return directory.resolve("rocks");
    }

    private ArchiveStore store() {
        return ArchiveStore.open(rocks(), new TreeSet<>(List.of(ALL, SG1, SG2)), memory);
    }

    private static StoreBatch put(StorageGroupName group, long commit, String key, String value) {
        return new StoreBatch().put(group, key(key), bytes(value)).applied(new CommitNumber(commit));
    }

    private static byte[] key(String text) {
        return TableKeys.key(7, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String value(ArchiveStore store, StorageGroupName group, String key) {
        return store.get(group, key(key)).map(value -> new String(value, UTF_8)).orElse(null);
    }

    private static List<String> values(ArchiveStore store, StorageGroupName group) {
        List<String> values = new ArrayList<>();
        store.scan(group, NO_BOUND, NO_BOUND, (key, value) -> values.add(new String(value, UTF_8)));
        return values;
    }
}
