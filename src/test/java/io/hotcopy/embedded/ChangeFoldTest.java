package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.driver.Changes;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.ProducedFile;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.changes.TableFingerprints;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.embedded.sync.KeptFrames;
import io.hotcopy.embedded.sync.PeerFrames;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames in, the files of an incremental out. */
class ChangeFoldTest {

    private static final ArchiveId ARCHIVE = new ArchiveId(0);
    private static final StorageGroupName SCHEMA = StorageGroupName.UNPARTITIONED;
    private static final SortedSet<StorageGroupName> SERVED = new TreeSet<>(List.of(SCHEMA, SG1, SG2));
    private static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void foldsToTheLastWordOnEachRecordAlsoWhenAlmostNothingFitsIntoMemory() throws IOException {
        for (long memory : new long[] {1 << 20, 2000}) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            SortedMap<String, Integer> model = new TreeMap<>();
            Path scratch = directory.resolve("scratch-" + memory);
            try (ChangeFold fold = fold(scratch, memory)) {
                for (int number = 1; number <= 300; number++) {
                    StorageGroupName group = random.nextBoolean() ? SG1 : SG2;
                    int key = random.nextInt(40);
                    int length = random.nextInt(4) == 0 ? -1 : random.nextInt(60);
                    fold.take(commit(number, 1, group, new Operation(group, key(1, key), value(length))));
                    model.put(group + "/1/" + key, length);
                }
                Changes changes = fold.changes(nothing());
                assertEquals(memory == 2000, Files.exists(scratch));
                assertEquals(model, shown(changes), "seed " + seed + ", " + memory + " bytes");
                assertEquals(Optional.of(TIME.plusSeconds(1)), changes.earliest());
                assertEquals(Optional.of(TIME.plusSeconds(300)), changes.latest());
            }
            assertFalse(Files.exists(scratch));
        }
    }

    @Test
    void leavesOutTheRecordsOfTablesThatAreDroppedByTheEnd() throws IOException {
        try (ChangeFold fold = fold(directory.resolve("scratch"), 1 << 20)) {
            fold.take(commit(
                    1, 1, SG1, new Operation(SG1, key(7, 1), value(3)), new Operation(SG1, key(8, 1), value(3))));
            fold.take(commit(2, 1, SCHEMA, new Operation(SCHEMA, schemaKey("table/00000007"), null)));
            assertEquals(Map.of("SG1/8/1", 3), recordsOnly(shown(fold.changes(nothing()))));
        }
    }

    private static SortedMap<String, Integer> recordsOnly(SortedMap<String, Integer> shown) {
        shown.keySet().removeIf(key -> key.startsWith(SCHEMA.value()));
        return shown;
    }

    @Test
    void refusesToFoldWhenTheArchiveWasGivenOtherGroups() {
        try (ChangeFold fold = fold(directory.resolve("scratch"), 1 << 20)) {
            fold.take(commit(1, 1, SCHEMA, new Operation(SCHEMA, schemaKey("archive/1"), value(3))));
            CopyRefusedException refused = assertThrows(
                    CopyRefusedException.class,
                    () -> fold.take(commit(2, 1, SCHEMA, new Operation(SCHEMA, schemaKey("archive/0"), value(3)))));
            assertEquals(Refusal.Kind.NO_BASE_SET, refused.kind());
        }
    }

    @Test
    void ownJournalGivesTheCommitsOfTheRangeThatCountAndOfOtherGroupsNothing() throws IOException {
        Path archive = Files.createDirectory(directory.resolve("archive"));
        View second = new View(2, new UUID(4, 2), new TreeSet<>(List.of(ARCHIVE)), new CommitNumber(7), TIME);
        try (Journal journal =
                SmallJournals.open(archive, new UUID(1, 1), Lineage.created(new UUID(2, 2)), ARCHIVE, new UUID(3, 3))) {
            for (int number = 1; number <= 10; number++) {
                journal.append(both(number, 1));
            }
            journal.append(new ViewFrame(second));
            for (int number = 11; number <= 13; number++) {
                journal.append(both(number, 2));
            }
            journal.append(commit(14, 2, SG2, new Operation(SG2, key(1, 14), value(3000))));
            journal.sync();
            PeerFrames frames = new PeerFrames(only(journal, archive, second), "read:test");
            List<Long> numbers = new ArrayList<>();
            frames.read(new CommitNumber(3), new CommitNumber(12), new TreeSet<>(List.of(SG1)), commit -> {
                numbers.add(commit.number().value());
                assertEquals(1, commit.operations().size());
                assertEquals(SG1, commit.operations().get(0).group());
            });
            assertEquals(List.of(4L, 5L, 6L, 7L, 11L, 12L), numbers);
            numbers.clear();
            frames.read(
                    new CommitNumber(11),
                    new CommitNumber(14),
                    SERVED,
                    commit -> numbers.add((long) commit.operations().size()));
            assertEquals(List.of(2L, 2L, 1L), numbers);
        }
    }

    private static PeerFrames.Peers only(Journal journal, Path archive, View view) {
        KeptFrames kept = new KeptFrames(
                ARCHIVE,
                SERVED,
                journal,
                Leases.open(archive.resolve("leases.yaml")),
                new SyncSegments(ArchiveLayout.sync(archive), 64 << 20));
        return new PeerFrames.Peers() {
            @Override
            public Optional<KeptFrames> own() {
                return Optional.of(kept);
            }

            @Override
            public List<KeptFrames> others() {
                return List.of();
            }

            @Override
            public Lineage lineage() {
                return Lineage.created(new UUID(2, 2));
            }

            @Override
            public VoidFilter voids() {
                return new VoidFilter(List.of(view));
            }
        };
    }

    private static CommitFrame both(int number, long view) {
        return new CommitFrame(
                new CommitNumber(number),
                view,
                TIME,
                new TreeSet<>(List.of(ARCHIVE)),
                new TreeSet<>(List.of(SG1, SG2)),
                List.of(),
                List.of(new Operation(SG1, key(1, number), value(3000)), new Operation(SG2, key(1, number), null)));
    }

    private static CommitFrame commit(int number, long view, StorageGroupName group, Operation... operations) {
        return new CommitFrame(
                new CommitNumber(number),
                view,
                TIME.plusSeconds(number),
                new TreeSet<>(List.of(ARCHIVE)),
                new TreeSet<>(List.of(group)),
                List.of(),
                List.of(operations));
    }

    private static ChangeFold fold(Path scratch, long memory) {
        CommitRange range = new CommitRange(CommitNumber.ZERO, new CommitNumber(300));
        return new ChangeFold(ARCHIVE, SERVED, range, scratch, memory);
    }

    private static TableFingerprints nothing() {
        return new TableFingerprints(new CommitNumber(300), new TreeMap<>());
    }

    private static byte[] key(int table, int key) {
        return TableKeys.key(table, new byte[] {(byte) key});
    }

    private static byte[] schemaKey(String text) {
        return TableKeys.key(Schema.TABLE, SampleDomain.bytes(text));
    }

    private static byte[] value(int length) {
        return length < 0 ? null : new byte[length];
    }

    /** Group, table and key of each change, and the length of its value; -1 for a tombstone. */
    private static SortedMap<String, Integer> shown(Changes changes) throws IOException {
        SortedMap<String, Integer> shown = new TreeMap<>();
        for (StorageGroupName group : SERVED) {
            ProducedFile file = changes.files().stream()
                    .filter(each -> each.name().equals(ChangeFileWriter.name(group)))
                    .findFirst()
                    .orElseThrow();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.writeTo(Channels.newChannel(bytes));
            try (ChangeCursor cursor = ChangeCursor.over(
                    Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray())), Path.of(file.name()))) {
                while (cursor.next()) {
                    byte[] key = cursor.key();
                    shown.put(
                            group + "/" + TableKeys.table(key) + "/" + key[key.length - 1],
                            cursor.value() == null ? -1 : cursor.value().length);
                }
            }
        }
        return shown;
    }
}
