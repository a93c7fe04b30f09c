package io.hotcopy.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRecordsTest {

    private static final StorageGroupName SG1 = new StorageGroupName("SG1");
    private static final StorageGroupName SG2 = new StorageGroupName("SG2");
    private static final StorageGroupName ALL = StorageGroupName.UNPARTITIONED;

    private final Schema created = Schema.created(
            groups(SG1, SG2),
            new TreeMap<>(java.util.Map.of(
                    new ArchiveId(0), groups(ALL, SG1),
                    new ArchiveId(10), groups(ALL, SG1, SG2))));

    @Test
    void theChangesBetweenTwoSchemasMakeOneOfTheOther() {
        Schema tables = created.withTable("accounts", 5, List.of(SG1, SG2)).withTable("Ärger 1", 1, List.of(ALL));
        Schema dropped = tables.withoutTable("accounts").withServing(groups(ALL, SG2), new TreeMap<>());

        assertEquals(created, applied(Schema.EMPTY, created));
        assertEquals(tables, applied(Schema.EMPTY, tables));
        assertEquals(tables, applied(created, tables));
        assertEquals(dropped, applied(tables, dropped));
        assertTrue(SchemaRecords.changes(tables, tables).isEmpty());
    }

    @Test
    void aTableIsOneRecordAndTheNextIdAnother() {
        Schema one = created.withTable("accounts", 24, List.of(SG1, SG2));
        assertEquals(2, SchemaRecords.changes(created, one).size());

        List<SchemaRecords.Change> drop = SchemaRecords.changes(one, one.withoutTable("accounts"));
        assertEquals(1, drop.size());
        assertEquals(OptionalInt.of(1), SchemaRecords.droppedBy(drop.get(0)));
        SchemaRecords.changes(created, one)
                .forEach(change -> assertEquals(OptionalInt.empty(), SchemaRecords.droppedBy(change)));
    }

    @Test
    void aTableIdIsNeverUsedAgain() {
        Schema again = created.withTable("a", 1, List.of(SG1)).withoutTable("a").withTable("a", 1, List.of(SG1));
        assertEquals(2, again.table("a").orElseThrow().id());
        Schema reopened = applied(Schema.EMPTY, again.withoutTable("a"));
        assertEquals(
                3,
                reopened.withTable("a", 1, List.of(SG1))
                        .table("a")
                        .orElseThrow()
                        .id());
    }

    @Test
    void partitionsAreDealtToTheGroupsInTurnAndAKeyHasOne() {
        TableInfo table =
                created.withTable("t", 4, List.of(SG1, SG2, ALL)).table("t").orElseThrow();
        assertEquals(List.of(SG1, SG2, ALL, SG1), table.groupOfPartition());
        assertEquals(groups(SG1, SG2, ALL), table.groups());
        byte[] key = "4711".getBytes(UTF_8);
        assertEquals(table.groupOfPartition().get(Math.floorMod(Murmur3.hash(key), 4)), table.groupOf(key));
        assertTrue(created.withTable("t", 1, List.of(SG1)).isLive(1));
        assertTrue(created.isLive(Schema.TABLE));
        assertTrue(!created.isLive(1));
    }

    @Test
    void refusesATableThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> created.withTable("t", 0, List.of(SG1)));
        assertThrows(IllegalArgumentException.class, () -> created.withTable("t", 1, List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> created.withTable("t", 1, List.of(new StorageGroupName("SG9"))));
        Schema one = created.withTable("t", 1, List.of(SG1));
        assertThrows(IllegalArgumentException.class, () -> one.withTable("t", 1, List.of(SG1)));
        assertThrows(IllegalArgumentException.class, () -> one.withoutTable("u"));
    }

    /** Published values of MurmurHash3 x86 32 with seed zero. */
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'a', 0x3c2569b2",
        "'abc', 0xb3dd93fa",
        "'hello', 0x248bfa47",
        "'hello, world', 0x149bbb7f",
        "'The quick brown fox jumps over the lazy dog', 0x2e4ff723"
    })
    void hashesAsPublished(String text, String expected) {
        assertEquals(Long.decode(expected).intValue(), Murmur3.hash(text.getBytes(UTF_8)));
    }

    @Test
    void tellsTooNewFromDamaged() {
        Schema one = created.withTable("t", 1, List.of(SG1));
        SchemaRecords.Change table = SchemaRecords.changes(created, one).stream()
                .filter(change -> new String(change.key(), UTF_8).contains("table/"))
                .findFirst()
                .orElseThrow();
        byte[] newer = table.value().orElseThrow().clone();
        newer[0]++;
        byte[] cut = java.util.Arrays.copyOf(newer, newer.length - 1);
        cut[0]--;

        HotCopyException tooNew = assertThrows(HotCopyException.class, () -> after(table, newer));
        assertTrue(tooNew.getMessage().contains("format version 2"), tooNew.getMessage());
        assertThrows(DamagedArchiveException.class, () -> after(table, cut));
        byte[] key = table.key().clone();
        key[4] = 'x';
        HotCopyException unknown = assertThrows(
                HotCopyException.class,
                () -> SchemaRecords.after(created, new SchemaRecords.Change(key, table.value())));
        assertTrue(unknown.getMessage().contains("xable/00000001"), unknown.getMessage());
    }

    @Test
    void readsTheSchemaOutOfAnArchive(@TempDir Path directory) {
        Schema one = created.withTable("t", 3, List.of(SG1, SG2));
        try (StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(1));
                ArchiveStore store = ArchiveStore.open(directory.resolve("rocks"), groups(ALL), memory)) {
            assertEquals(Schema.EMPTY, SchemaRecords.read(store));
            StoreBatch batch = new StoreBatch().applied(new CommitNumber(1));
            SchemaRecords.changes(Schema.EMPTY, one)
                    .forEach(change ->
                            batch.put(ALL, change.key(), change.value().orElseThrow()));
            batch.put(ALL, one.table("t").orElseThrow().rowKey(new byte[] {1}), new byte[] {2});
            store.apply(batch);

            assertEquals(one, SchemaRecords.read(store));
            assertNotEquals(created, SchemaRecords.read(store));
        }
    }

    private Schema after(SchemaRecords.Change change, byte[] value) {
        return SchemaRecords.after(created, new SchemaRecords.Change(change.key(), Optional.of(value)));
    }

    private static Schema applied(Schema before, Schema after) {
        Schema schema = before;
        for (SchemaRecords.Change change : SchemaRecords.changes(before, after)) {
            schema = SchemaRecords.after(schema, change);
        }
        return schema;
    }

    private static SortedSet<StorageGroupName> groups(StorageGroupName... names) {
        return new TreeSet<>(List.of(names));
    }
}
