package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.RowKey;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.StorageGroupName;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schema records of an archive, and what changes bring over them: which tables there are in the end. */
final class SchemaAtTarget {

    private final SortedMap<RowKey, byte[]> records = new TreeMap<>();

    /** Begins with what the store holds. */
    SchemaAtTarget(ArchiveStore store) {
        byte[] from = TableKeys.from(Schema.TABLE);
        byte[] to = TableKeys.to(Schema.TABLE);
        store.scan(StorageGroupName.UNPARTITIONED, from, to, (key, value) -> {
            records.put(new RowKey(key), value);
            return true;
        });
    }

    /** Takes the last word on a schema record; {@code null} for a tombstone. */
    void take(byte[] key, byte[] value) {
        if (value == null) {
            records.remove(new RowKey(key));
        } else {
            records.put(new RowKey(key), value);
        }
    }

    /** The schema as it is now. */
    Schema schema() {
        Schema schema = Schema.EMPTY;
        for (Map.Entry<RowKey, byte[]> record : records.entrySet()) {
            schema = SchemaRecords.after(
                    schema, new SchemaRecords.Change(record.getKey().bytes(), Optional.of(record.getValue())));
        }
        return schema;
    }
}
