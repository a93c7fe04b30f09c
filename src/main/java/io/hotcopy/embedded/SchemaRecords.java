package io.hotcopy.embedded;

import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.RecordCursor;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schema as records of table 0 in UNPARTITIONED, one a table, storage group and archive; so that a change of the
 * schema is a commit like any other. Keys are text: {@code table/00000007}, {@code group/SG1}, {@code archive/3},
 * {@code next-table}. The tombstone of a {@code table/…} record is the drop of that table, and all there is to it.
 *
 * <p>Values: see {@link SchemaValues}.
 */
public final class SchemaRecords {

    private static final String TABLE = "table/";
    private static final String GROUP = "group/";
    private static final String ARCHIVE = "archive/";
    private static final String NEXT_TABLE = "next-table";

    private SchemaRecords() {}

    /**
     * One schema record as it is to be.
     *
     * @param key the complete key
     * @param value its value; empty for a tombstone
     */
    public record Change(byte[] key, Optional<byte[]> value) {}

    /** The changes that make {@code after} of {@code before}; empty when they are equal. */
    public static List<Change> changes(Schema before, Schema after) {
        SortedMap<String, byte[]> old = records(before);
        SortedMap<String, byte[]> wanted = records(after);
        List<Change> changes = new ArrayList<>();
        old.keySet().stream()
                .filter(text -> !wanted.containsKey(text))
                .forEach(text -> changes.add(new Change(key(text), Optional.empty())));
        wanted.forEach((text, value) -> {
            if (!Arrays.equals(value, old.get(text))) {
                changes.add(new Change(key(text), Optional.of(value)));
            }
        });
        return changes;
    }

    /** The schema after one of its records has changed; {@code HotCopyException} when the record is too new. */
    public static Schema after(Schema before, Change change) {
        String text = text(change.key());
        if (text.startsWith(TABLE)) {
            return withTable(before, Integer.parseInt(text.substring(TABLE.length())), change);
        } else if (text.startsWith(GROUP)) {
            return withGroup(before, new StorageGroupName(text.substring(GROUP.length())), change);
        } else if (text.startsWith(ARCHIVE)) {
            return withArchive(before, ArchiveId.of(text.substring(ARCHIVE.length())), change);
        } else if (text.equals(NEXT_TABLE) && change.value().isPresent()) {
            int next = SchemaValues.number(change.value().get());
            return new Schema(before.groups(), before.serving(), before.tables(), next);
        }
        throw SchemaValues.tooNew("the schema has a record \"" + text + "\"");
    }

    /** The schema in an open archive. */
    public static Schema read(ArchiveStore store) {
        Schema schema = Schema.EMPTY;
        byte[] from = TableKeys.from(Schema.TABLE);
        byte[] to = TableKeys.to(Schema.TABLE);
        try (RecordCursor cursor = store.cursor(StorageGroupName.UNPARTITIONED, from, to)) {
            while (cursor.next()) {
                schema = after(schema, new Change(cursor.key(), Optional.of(cursor.value())));
            }
        }
        return schema;
    }

    /** The table that this change drops; empty when it drops none. */
    public static OptionalInt droppedBy(Change change) {
        String text = text(change.key());
        return text.startsWith(TABLE) && change.value().isEmpty()
                ? OptionalInt.of(Integer.parseInt(text.substring(TABLE.length())))
                : OptionalInt.empty();
    }

    /** The table that this change makes, or describes anew; empty when it does neither. */
    public static Optional<TableInfo> madeBy(Change change) {
        String text = text(change.key());
        return text.startsWith(TABLE)
                ? change.value()
                        .map(value -> SchemaValues.table(Integer.parseInt(text.substring(TABLE.length())), value))
                : Optional.empty();
    }

    /** Whether a complete key is that of the record which says what an archive serves. */
    static boolean isServingOf(byte[] key, ArchiveId archive) {
        return isSchemaKey(key) && text(key).equals(ARCHIVE + archive);
    }

    /** Whether a complete key is that of a schema record. */
    public static boolean isSchemaKey(byte[] key) {
        return TableKeys.table(key) == Schema.TABLE;
    }

    private static Schema withTable(Schema before, int id, Change change) {
        SortedMap<Integer, TableInfo> tables = new TreeMap<>(before.tables());
        tables.remove(id);
        change.value().ifPresent(value -> tables.put(id, SchemaValues.table(id, value)));
        return new Schema(before.groups(), before.serving(), tables, before.nextTable());
    }

    private static Schema withGroup(Schema before, StorageGroupName group, Change change) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(before.groups());
        groups.remove(group);
        change.value().ifPresent(value -> {
            SchemaValues.decode(value);
            groups.add(group);
        });
        return new Schema(groups, before.serving(), before.tables(), before.nextTable());
    }

    private static Schema withArchive(Schema before, ArchiveId archive, Change change) {
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>(before.serving());
        serving.remove(archive);
        change.value().ifPresent(value -> serving.put(archive, new TreeSet<>(SchemaValues.groups(value))));
        return new Schema(before.groups(), serving, before.tables(), before.nextTable());
    }

    private static SortedMap<String, byte[]> records(Schema schema) {
        SortedMap<String, byte[]> records = new TreeMap<>();
        if (schema.equals(Schema.EMPTY)) {
            return records;
        }
        records.put(NEXT_TABLE, SchemaValues.number(schema.nextTable()));
        schema.groups().forEach(group -> records.put(GROUP + group, SchemaValues.nothing()));
        for (Map.Entry<ArchiveId, SortedSet<StorageGroupName>> served :
                schema.serving().entrySet()) {
            records.put(ARCHIVE + served.getKey(), SchemaValues.groups(List.copyOf(served.getValue())));
        }
        schema.tables()
                .values()
                .forEach(table -> records.put(String.format("%s%08d", TABLE, table.id()), SchemaValues.table(table)));
        return records;
    }

    private static byte[] key(String text) {
        return TableKeys.key(Schema.TABLE, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] key) {
        return new String(TableKeys.userKey(key), StandardCharsets.US_ASCII);
    }
}
