package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.store.RecordCursor;

/** One storage group's records in one store. */
final class StoreRows implements Rows {

    private final RecordCursor cursor;
    private RowKey key;

    StoreRows(RecordCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean next() {
        boolean found = cursor.next();
        key = found ? new RowKey(cursor.key()) : null;
        return found;
    }

    @Override
    public RowKey key() {
        return key;
    }

    @Override
    public byte[] value() {
        return cursor.value();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
