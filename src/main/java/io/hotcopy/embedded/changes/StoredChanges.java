package io.hotcopy.embedded.changes;

import io.hotcopy.term.StorageGroupName;

/** Changes whose values are stored, as changes with their values. Used by one thread. */
final class StoredChanges implements ChangeStream {

    private final ChangeStream stored;
    private final LeftReader reader;

    /** @param reader closed with this; others may use it too if they are closed at the same time */
    StoredChanges(ChangeStream stored, LeftReader reader) {
        this.stored = stored;
        this.reader = reader;
    }

    @Override
    public StorageGroupName group() {
        return stored.group();
    }

    @Override
    public boolean next() {
        return stored.next();
    }

    @Override
    public byte[] key() {
        return stored.key();
    }

    /** Reads it where it was left; another call reads it again. */
    @Override
    public byte[] value() {
        return StoredValue.value(stored.value(), reader);
    }

    @Override
    public void close() {
        try (reader) {
            stored.close();
        }
    }
}
