package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.embedded.RecordedLife.Member;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.DirectoryTree;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedArchiveFormatTest {

    private static final UUID NEW = new UUID(7, 7);
    private static final ElementId RUN = new ElementId(new UUID(8, 8));

    private final EmbeddedArchiveFormat format = new EmbeddedArchiveFormat();

    @TempDir
    private Path directory;

    private RecordedLife life;
    private Member member;

    @BeforeEach
    void begin() throws IOException {
        begin(42);
    }

    private void begin(long seed) throws IOException {
        life = new RecordedLife(
                directory.resolve("home-" + seed), seed, Map.of(0, List.of("SG1", "SG2"), 1, List.of("SG1", "SG3")));
        member = life.member(0);
    }

    @AfterEach
    void end() {
        life.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void redoFromEveryPossiblePersistedMarkGivesEqualContent(long seed) throws IOException {
        life.close();
        begin(seed);
        List<CommitNumber> marks = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            life.live(1);
            member.store().flush();
            marks.add(member.store().persistedMark());
            life.copyRecords(member, copy(marks.get(round)));
        }
        life.live(3);
        CommitNumber cut = life.last();
        for (CommitNumber mark : marks) {
            life.copyJournal(member, copy(mark));
            finish(copy(mark), life.full(member, mark, cut), cut);
            assertEquals(life.contentAt(cut, member), scan(copy(mark)), "seed " + seed + ", redo from " + mark);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void anyCommitFromThePinPointToTheCutCanBeTheTarget(long seed) throws IOException {
        life.close();
        begin(seed);
        life.live(30);
        member.store().flush();
        CommitNumber pinPoint = member.store().persistedMark();
        life.live(12);
        CommitNumber cut = life.last();
        for (long target = pinPoint.value(); target <= cut.value(); target += 3) {
            Path copy = copy(new CommitNumber(target));
            life.copy(member, copy);
            finish(copy, life.full(member, pinPoint, cut), new CommitNumber(target));
            assertEquals(
                    life.contentAt(new CommitNumber(target), member), scan(copy), "seed " + seed + ", to " + target);
        }
    }

    @Test
    void nothingFlushedAtAllIsRestoredFromTheJournalAlone() throws IOException {
        life.live(50);
        assertEquals(CommitNumber.ZERO, member.store().persistedMark());
        Path copy = copied();
        finish(copy, life.full(member, CommitNumber.ZERO, life.last()), life.last());
        assertEquals(life.contentAt(life.last(), member), scan(copy));
    }

    @Test
    void aCommitThatALaterViewVoidsIsNotRedone() throws IOException {
        life.live(10);
        life.voidOneCommit();
        life.live(10);
        Path copy = copied();
        finish(copy, life.full(member, CommitNumber.ZERO, life.last()), life.last());
        assertEquals(life.contentAt(life.last(), member), scan(copy));
    }

    @Test
    void theRecordsOfADroppedTableAreGone() throws IOException {
        life.createTable("gone", 4, "SG1", "SG2");
        life.put("gone", "k1", "v");
        life.put("gone", "k2", "v");
        member.store().flush();
        CommitNumber pinPoint = life.last();
        life.put("gone", "k3", "v");
        life.dropTable("gone");
        Path copy = copied();
        finish(copy, life.full(member, pinPoint, life.last()), life.last());
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(copy), memory)) {
            byte[] everything = {};
            for (String group : List.of("SG1", "SG2")) {
                store.scan(new StorageGroupName(group), everything, everything, (key, value) -> fail("key left"));
            }
        }
    }

    @Test
    void theRestoredArchiveSaysWhatItIsAndBelongsToItsOwnerOnly() throws IOException {
        life.live(20);
        Path copy = copied();
        finish(copy, life.full(member, CommitNumber.ZERO, life.last()), life.last());

        ArchiveIdentity expected = new ArchiveIdentity(
                RecordedLife.DATABASE,
                life.databaseUuid,
                member.id(),
                NEW,
                life.lineage,
                Optional.of(new Restored(life.last(), RUN)));
        assertEquals(expected, ArchiveIdentityYaml.read(copy));
        assertFalse(Files.exists(ArchiveLayout.journal(copy)));
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", permissions, path.toString());
            }
        }
    }

    @Test
    void theAppliedMarkIsTheTargetAlsoWhereTheNumbersHaveAHole() throws IOException {
        life.live(20);
        CommitNumber cut = new CommitNumber(life.last().value() + 5);
        Path copy = copied();
        finish(copy, life.full(member, CommitNumber.ZERO, cut), cut);
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(copy), memory)) {
            assertEquals(cut, store.appliedMark());
        }
    }

    @Test
    void refusesATargetBeforeWhatTheFilesHoldAndNamesBoth() throws IOException {
        life.live(20);
        member.store().flush();
        CommitNumber held = life.last();
        life.live(5);
        CommitNumber target = new CommitNumber(held.value() - 1);
        HotCopyException refused = refused(copied(), life.full(member, held, life.last()), target);
        assertEquals(
                "the copied files hold commits through " + held + ", which is beyond the target " + target,
                refused.getMessage());
    }

    @Test
    void refusesATargetBeyondTheCut() throws IOException {
        life.live(20);
        CommitNumber beyond = life.last().next();
        HotCopyException refused = refused(copied(), life.full(member, CommitNumber.ZERO, life.last()), beyond);
        assertTrue(refused.getMessage().contains("the target " + beyond + " is beyond the cut " + life.last()));
    }

    @Test
    void refusesAJournalThatBeginsTooLate() throws IOException {
        life.live(200);
        Path copy = copied();
        List<Path> segments = segments(copy);
        assertTrue(segments.size() > 2, "the journal fills " + segments.size() + " segments only");
        Files.delete(segments.get(0));
        DamagedArchiveException refused = damaged(copy, life.full(member, CommitNumber.ZERO, life.last()));
        assertTrue(refused.getMessage().contains("commits are missing"), refused.getMessage());
    }

    @Test
    void refusesAJournalWithAHole() throws IOException {
        life.live(200);
        Path copy = copied();
        Files.delete(segments(copy).get(1));
        DamagedArchiveException refused = damaged(copy, life.full(member, CommitNumber.ZERO, life.last()));
        assertTrue(refused.getMessage().contains("the copied journal is damaged"), refused.getMessage());
    }

    @Test
    void refusesAJournalThatEndsTooEarlyAlsoWhenTheTargetLiesBefore() throws IOException {
        life.live(100);
        CommitNumber target = life.last();
        life.live(100);
        Path copy = copied();
        List<Path> segments = segments(copy);
        Files.delete(segments.get(segments.size() - 1));
        ElementFacts full = life.full(member, CommitNumber.ZERO, life.last());
        DamagedArchiveException refused = assertThrows(DamagedArchiveException.class, () -> finish(copy, full, target));
        assertTrue(refused.getMessage().contains("do not lead to the content"), refused.getMessage());
    }

    @Test
    void refusesAJournalWithAFlippedBitAndNamesTheFile() throws IOException {
        life.live(200);
        Path copy = copied();
        List<JournalEntry> entries = new ArrayList<>();
        JournalReader.scan(ArchiveLayout.journal(copy), entries::add);
        JournalEntry middle = entries.get(entries.size() / 2);
        Path segment = ArchiveLayout.journal(copy).resolve(String.format("%016d.seg", middle.segment()));
        flip(segment, (int) middle.offset() + 30);
        DamagedArchiveException refused = damaged(copy, life.full(member, CommitNumber.ZERO, life.last()));
        assertTrue(refused.getMessage().contains(segment.toString()), refused.getMessage());
    }

    @Test
    void refusesRecordsThatAreOlderThanTheManifestSays() throws IOException {
        life.live(20);
        Path copy = copied();
        ElementFacts full = life.full(member, new CommitNumber(5), life.last());
        DamagedArchiveException refused = damaged(copy, full);
        assertTrue(refused.getMessage().contains("hold commits through 0"), refused.getMessage());
    }

    @Test
    void refusesFilesThatAreMissing() throws IOException {
        life.live(20);
        ElementFacts full = life.full(member, CommitNumber.ZERO, life.last());
        Path noJournal = directory.resolve("no-journal");
        life.copyRecords(member, noJournal);
        assertTrue(damaged(noJournal, full).getMessage().contains("there is no journal"));
        Path noRecords = directory.resolve("no-records");
        life.copyJournal(member, noRecords);
        assertTrue(damaged(noRecords, full).getMessage().contains("there are no records"));
        assertFalse(Files.exists(ArchiveLayout.rocks(noRecords)));
    }

    @Test
    void refusesTheJournalOfAnotherArchive() throws IOException {
        life.live(20);
        Path copy = directory.resolve("mixed");
        life.copyRecords(member, copy);
        life.copyJournal(life.member(1), copy);
        DamagedArchiveException refused = damaged(copy, life.full(member, CommitNumber.ZERO, life.last()));
        assertTrue(
                refused.getMessage()
                        .contains("belongs to archive " + life.member(1).uuid()),
                refused.getMessage());
    }

    /** The planted bug of protocol §8: every checksum and every running sum is right, one record is not. */
    @Test
    void aWrongRecordWithRightChecksumsShowsInTheScanOnly() throws IOException {
        life.live(50);
        life.createTable("victims", 1, "SG1");
        life.put("victims", "v", "right");
        Path copy = copied();
        CommitNumber cut = life.last();
        finish(copy, life.full(member, CommitNumber.ZERO, cut), cut);
        assertEquals(life.contentAt(cut, member), scan(copy));

        StorageGroupName group = new StorageGroupName("SG1");
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(copy), new TreeSet<>(), memory)) {
            int table = SchemaRecords.read(store).table("victims").orElseThrow().id();
            store.apply(new StoreBatch()
                    .put(group, TableKeys.key(table, "v".getBytes()), "wrong".getBytes())
                    .applied(cut));
        }
        assertNotEquals(life.contentAt(cut, member).get(group), scan(copy).get(group));
        StorageGroupName other = new StorageGroupName("SG2");
        assertEquals(life.contentAt(cut, member).get(other), scan(copy).get(other));
    }

    @Test
    void aScanPassesOverRecordsOfTablesThatNoLongerExistAndWritesNothing() throws IOException {
        life.live(30);
        Path copy = copied();
        CommitNumber cut = life.last();
        finish(copy, life.full(member, CommitNumber.ZERO, cut), cut);
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(copy), new TreeSet<>(), memory)) {
            store.apply(new StoreBatch()
                    .put(new StorageGroupName("SG1"), TableKeys.key(999_999, new byte[] {1}), new byte[] {1})
                    .applied(cut));
        }
        Map<String, Long> before = DirectoryTree.of(copy);
        assertEquals(life.contentAt(cut, member), scan(copy));
        assertEquals(before, DirectoryTree.of(copy));
    }

    @Test
    void readsAnElementInPlaceAndWritesNothing() throws IOException {
        life.live(50);
        member.store().flush();
        CommitNumber pinPoint = life.last();
        life.live(50);
        Path copy = copied();
        Map<String, Long> before = DirectoryTree.of(copy);
        Files.setPosixFilePermissions(ArchiveLayout.rocks(copy), PosixFilePermissions.fromString("r-x------"));

        CommitNumber beyond = new CommitNumber(life.last().value() + 3);
        assertEquals(life.last(), read(copy, life.full(member, pinPoint, beyond)));

        Files.setPosixFilePermissions(ArchiveLayout.rocks(copy), PosixFilePermissions.fromString("rwx------"));
        assertEquals(before, DirectoryTree.of(copy));
    }

    @Test
    void readingFindsAFlippedBitInEveryFileOfRecordsAndNamesIt() throws IOException {
        life.live(100);
        member.store().flush();
        Path copy = copied();
        ElementFacts full = life.full(member, life.last(), life.last());
        assertEquals(life.last(), read(copy, full));
        Random random = new Random(9);
        for (Path file : files(ArchiveLayout.rocks(copy), ".sst")) {
            byte[] sound = Files.readAllBytes(file);
            flip(file, random.nextInt(sound.length / 2));
            DamagedArchiveException found =
                    assertThrows(DamagedArchiveException.class, () -> read(copy, full), file.toString());
            assertTrue(found.getMessage().contains(file.toString()), found.getMessage());
            Files.write(file, sound);
        }
        assertEquals(life.last(), read(copy, full));
    }

    @Test
    void readingFindsWhatIsMissing() throws IOException {
        life.live(200);
        member.store().flush();
        ElementFacts full = life.full(member, life.last(), life.last());
        Path noRecord = directory.resolve("no-record");
        life.copy(member, noRecord);
        Files.delete(files(ArchiveLayout.rocks(noRecord), ".sst").get(0));
        assertThrows(DamagedArchiveException.class, () -> read(noRecord, full));
        Path noSegment = directory.resolve("no-segment");
        life.copy(member, noSegment);
        Files.delete(segments(noSegment).get(1));
        assertThrows(DamagedArchiveException.class, () -> read(noSegment, full));
        Path shortManifest = directory.resolve("short-manifest");
        life.copy(member, shortManifest);
        Path manifest = files(ArchiveLayout.rocks(shortManifest), "").stream()
                .filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
                .findFirst()
                .orElseThrow();
        flip(manifest, (int) Files.size(manifest) / 2);
        assertThrows(HotCopyException.class, () -> read(shortManifest, full));
    }

    private Path copied() throws IOException {
        Path copy = directory.resolve("copy");
        life.copy(member, copy);
        return copy;
    }

    private Path copy(CommitNumber number) {
        return directory.resolve("copy-" + number);
    }

    private void finish(Path copy, ElementFacts full, CommitNumber target) {
        RestoredState state =
                new RestoredState(life.set(member, full, directory), List.of(), NEW, life.lineage, target, RUN);
        format.finish(copy, state, ProgressListener.NONE);
    }

    private HotCopyException refused(Path copy, ElementFacts full, CommitNumber target) {
        return assertThrows(HotCopyException.class, () -> finish(copy, full, target));
    }

    private DamagedArchiveException damaged(Path copy, ElementFacts full) {
        return assertThrows(DamagedArchiveException.class, () -> finish(copy, full, full.cut()));
    }

    private Map<StorageGroupName, ?> scan(Path copy) {
        return format.scan(copy, ProgressListener.NONE);
    }

    private CommitNumber read(Path copy, ElementFacts full) {
        return format.read(copy, full, ProgressListener.NONE);
    }

    private static StoreMemory memory() {
        return new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(1));
    }

    private static List<Path> segments(Path copy) throws IOException {
        return files(ArchiveLayout.journal(copy), ".seg");
    }

    private static List<Path> files(Path where, String end) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static void flip(Path file, int offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer one = java.nio.ByteBuffer.allocate(1);
            channel.read(one, offset);
            one.put(0, (byte) (one.get(0) ^ 0x10));
            channel.write(one.rewind(), offset);
        }
    }
}
