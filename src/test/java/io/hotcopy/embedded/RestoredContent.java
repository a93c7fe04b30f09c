package io.hotcopy.embedded;

import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.GroupContent;
import io.hotcopy.embedded.store.RecordCursor;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a restored archive holds, opened once: what a drill compares, and the rows, for tests that restore often.
 *
 * @param accounted what each storage group must hold, as {@link EmbeddedArchiveFormat#accounted} tells
 * @param scanned what it does, as {@link EmbeddedArchiveFormat#scan} tells
 * @param rows of each table that lies in one storage group of this archive, as text
 */
public record RestoredContent(
        SortedMap<StorageGroupName, Fingerprint> accounted,
        SortedMap<StorageGroupName, Fingerprint> scanned,
        SortedMap<String, SortedMap<String, String>> rows) {

    private static final ByteSize LITTLE = ByteSize.ofMegabytes(4);

    /** Reads it. */
    public static RestoredContent of(Path archive) {
        try (StoreMemory memory = new StoreMemory(LITTLE, LITTLE);
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(archive), memory)) {
            Schema schema = SchemaRecords.read(store);
            SortedMap<StorageGroupName, Fingerprint> scanned = new TreeMap<>();
            store.groups()
                    .forEach(group -> scanned.put(group, GroupContent.of(store, group, schema::isLive, bytes -> {})));
            SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
            schema.tables().values().stream()
                    .filter(table -> store.groups().containsAll(table.groups()))
                    .forEach(table -> rows.put(table.name(), rows(store, table)));
            return new RestoredContent(
                    FingerprintFold.byGroup(store.groups(), store.runningFingerprints()), scanned, rows);
        }
    }

    private static SortedMap<String, String> rows(ArchiveStore store, TableInfo table) {
        SortedMap<String, String> rows = new TreeMap<>();
        StorageGroupName group = table.groups().first();
        try (RecordCursor cursor = store.cursor(group, TableKeys.from(table.id()), TableKeys.to(table.id()))) {
            while (cursor.next()) {
                rows.put(text(TableKeys.userKey(cursor.key())), text(cursor.value()));
            }
        }
        return rows;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
