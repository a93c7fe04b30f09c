package io.hotcopy.embedded.changes;

import io.hotcopy.term.StorageGroupName;

/** Changed records of one storage group, each key once, in the order of keys. Used by one thread. */
public interface ChangeStream extends AutoCloseable {

    /** The storage group whose records these are. */
    StorageGroupName group();

    /** Goes to the next key; false when there is none. */
    boolean next();

    /** The present record's complete key. */
    byte[] key();

    /** The last value; {@code null} for a tombstone. */
    byte[] value();

    @Override
    void close();
}
