package io.hotcopy.embedded.commit;

/** Records in the order of their keys. Used by one thread. */
public interface Rows extends AutoCloseable {

    /** Goes to the next record; says whether there is one. */
    boolean next();

    /** The present record's complete key. */
    RowKey key();

    /** The present record's value. */
    byte[] value();

    @Override
    void close();
}
