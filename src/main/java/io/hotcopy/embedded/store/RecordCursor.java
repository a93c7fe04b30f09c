package io.hotcopy.embedded.store;

import java.util.function.Supplier;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * Steps through the records of one storage group in the order of their keys, as they were when it was opened. Used by
 * one thread; closing the store ends it, and using it then throws {@code IllegalStateException}.
 *
 * <pre>{@code
 * try (RecordCursor cursor = store.cursor(group, from, to)) {
 *     while (cursor.next()) { use(cursor.key(), cursor.value()); }
 * }
 * }</pre>
 */
public final class RecordCursor implements AutoCloseable {

    private final StoreHandles store;
    private final RocksIterator iterator;
    private final ReadOptions options;
    private final Slice upperBound;
    private final byte[] from;
    private boolean begun;
    /** Whether it stands on a record; the native calls must not be made when it does not. */
    private boolean onRecord;

    private boolean released;

    private RecordCursor(
            StoreHandles store, RocksIterator iterator, ReadOptions options, Slice upperBound, byte[] from) {
        this.store = store;
        this.iterator = iterator;
        this.options = options;
        this.upperBound = upperBound;
        this.from = from;
    }

    /** Opens a cursor on {@code [from, to)}; an empty {@code to} is no bound. */
    static RecordCursor open(StoreHandles store, Supplier<ColumnFamilyHandle> family, byte[] from, byte[] to) {
        return store.use(() -> {
            ColumnFamilyHandle handle = family.get();
            Slice bound = new Slice(to);
            ReadOptions reading = new ReadOptions();
            if (to.length > 0) {
                reading.setIterateUpperBound(bound);
            }
            RocksIterator iterator = store.database.newIterator(handle, reading);
            RecordCursor cursor = new RecordCursor(store, iterator, reading, bound, from.clone());
            store.opened(cursor);
            return cursor;
        });
    }

    /**
     * Goes to the next record.
     *
     * @return whether there is one
     * @throws io.hotcopy.problem.HotCopyException when the archive cannot be read; a damaged block is never skipped
     */
    public boolean next() {
        return store.use(this::step);
    }

    private boolean step() throws RocksDBException {
        requireOpen();
        if (!begun) {
            begun = true;
            iterator.seek(from);
        } else if (onRecord) {
            iterator.next();
        } else {
            return false;
        }
        onRecord = iterator.isValid();
        if (!onRecord) {
            iterator.status();
        }
        return onRecord;
    }

    /** The present record's complete key; an array of its own. */
    public byte[] key() {
        return store.use(() -> {
            requireRecord();
            return iterator.key();
        });
    }

    /** The present record's value; an array of its own. */
    public byte[] value() {
        return store.use(() -> {
            requireRecord();
            return iterator.value();
        });
    }

    private void requireRecord() {
        requireOpen();
        if (!onRecord) {
            throw new IllegalStateException("the cursor stands on no record");
        }
    }

    private void requireOpen() {
        if (released) {
            throw new IllegalStateException("the cursor is closed");
        }
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        store.close(this);
    }

    /** Frees the handles; called by the store while nobody else is in it, or by {@link #close()} within it. */
    void release() {
        if (!released) {
            released = true;
            iterator.close();
            options.close();
            upperBound.close();
        }
    }
}
