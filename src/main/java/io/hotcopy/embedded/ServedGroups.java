package io.hotcopy.embedded;

import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stores opened to be read only, and which of them holds which storage group. */
final class ServedGroups implements AutoCloseable {

    private static final ByteSize LEAST = ByteSize.ofMegabytes(1);
    private static final ByteSize CACHE = ByteSize.ofMegabytes(32);

    private final StoreMemory memory = new StoreMemory(LEAST, CACHE);
    private final List<ArchiveStore> stores = new ArrayList<>();
    private final Map<StorageGroupName, ArchiveStore> byGroup = new TreeMap<>();

    private ServedGroups() {}

    static ServedGroups open(List<Path> archives) {
        ServedGroups served = new ServedGroups();
        try {
            archives.forEach(served::open);
            return served;
        } catch (RuntimeException trouble) {
            served.close();
            throw trouble;
        }
    }

    private void open(Path archive) {
        ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(archive), memory);
        stores.add(store);
        store.groups().forEach(group -> byGroup.putIfAbsent(group, store));
    }

    /** The schema that all of them hold. */
    Schema schema() {
        Schema schema = SchemaRecords.read(stores.get(0));
        for (ArchiveStore other : stores) {
            if (!SchemaRecords.read(other).equals(schema)) {
                throw new DamagedArchiveException(
                        "the archives hold different schemas, although they were restored to one commit",
                        "Verify the backup sets they were restored from.");
            }
        }
        return schema;
    }

    /** A store that holds the group, which the table lies in. */
    ArchiveStore store(StorageGroupName group, TableInfo table, Schema schema) {
        ArchiveStore store = byGroup.get(group);
        if (store == null) {
            throw new HotCopyException(
                    "table \"" + table.name() + "\" lies partly in storage group " + group
                            + ", which none of the opened archives serves",
                    "Open one of the archives that serve it as well: " + serving(group, schema) + ".");
        }
        return store;
    }

    private static String serving(StorageGroupName group, Schema schema) {
        List<String> archives = new ArrayList<>();
        schema.serving().forEach((archive, groups) -> {
            if (groups.contains(group)) {
                archives.add(archive.toString());
            }
        });
        return String.join(", ", archives);
    }

    @Override
    public void close() {
        stores.forEach(ArchiveStore::close);
        memory.close();
    }
}
