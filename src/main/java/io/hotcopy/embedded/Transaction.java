package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.OverlaidRows;
import io.hotcopy.embedded.commit.Replacement;
import io.hotcopy.embedded.commit.RowKey;
import io.hotcopy.embedded.commit.Rows;
import io.hotcopy.embedded.commit.WriteConflictException;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and writes at one snapshot: it sees the database as of its beginning, and its own writes. Of two that write the
 * same record the first to commit wins. Used by one thread; must be closed, which rolls back what was not committed.
 */
public final class Transaction implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final CommitPipeline pipeline;
    private final Schema schema;
    private final long snapshot;
    private final TreeMap<RowKey, Operation> writes = new TreeMap<>();
    private boolean open = true;

    Transaction(EmbeddedDatabase database, CommitPipeline pipeline, Schema schema, long snapshot) {
        this.database = database;
        this.pipeline = pipeline;
        this.schema = schema;
        this.snapshot = snapshot;
    }

    /**
     * The value of a row; empty when there is none.
     *
     * @throws HotCopyException when there is no such table, or the snapshot is too old
     */
    public Optional<byte[]> get(String table, byte[] key) {
        requireOpen();
        TableInfo info = table(table);
        RowKey row = new RowKey(info.rowKey(key));
        Operation own = writes.get(row);
        if (own != null) {
            return Optional.ofNullable(own.value()).map(byte[]::clone);
        }
        return database.whileRunning(() -> pipeline.get(info.groupOf(key), row, snapshot));
    }

    /** Sets a row; {@code HotCopyException} when there is no such table. */
    public void put(String table, byte[] key, byte[] value) {
        write(table, key, value.clone());
    }

    /** Deletes a row, if there is one; {@code HotCopyException} when there is no such table. */
    public void delete(String table, byte[] key) {
        write(table, key, null);
    }

    private void write(String table, byte[] key, byte[] value) {
        requireOpen();
        TableInfo info = table(table);
        byte[] row = info.rowKey(key);
        writes.put(new RowKey(row), new Operation(info.groupOf(key), row, value));
    }

    /**
     * Shows the rows of a table in the order of their keys, over all its partitions; own writes made meanwhile are not
     * seen.
     *
     * @param fromKey the first key; empty for the first there is
     * @throws HotCopyException when there is no such table, or the snapshot is too old
     */
    public void scan(String table, byte[] fromKey, RowVisitor visitor) {
        requireOpen();
        TableInfo info = table(table);
        RowKey from = new RowKey(info.rowKey(fromKey));
        RowKey to = new RowKey(TableKeys.to(info.id()));
        database.whileRunning(() -> {
            try (Rows rows = withOwnWrites(pipeline.scan(info.groups(), from, to, snapshot), from, to)) {
                boolean wanted = true;
                while (wanted && rows.next()) {
                    wanted = visitor.row(TableKeys.userKey(rows.key().bytes()), rows.value());
                }
            }
            return null;
        });
    }

    private Rows withOwnWrites(Rows rows, RowKey from, RowKey to) {
        Iterator<Replacement> own = writes.subMap(from, to).values().stream()
                .map(write -> new Replacement(new RowKey(write.key()), write.value()))
                .toList()
                .iterator();
        return new OverlaidRows(rows, own, row -> Optional.empty());
    }

    /** How many rows a table has; counted. Throws as {@link #scan} does. */
    public long count(String table) {
        long[] count = {0};
        scan(table, new byte[0], (key, value) -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    /**
     * Commits, and ends the transaction.
     *
     * @return the commit's number once it is durable on all its participants; that of the snapshot when it changed
     *     nothing
     * @throws ConflictException when another transaction committed first; nothing was written
     * @throws HotCopyException when the database stopped; its message says whether the commit is in doubt
     */
    public CommitNumber commit() {
        requireOpen();
        try {
            return database.whileRunning(() -> writes.isEmpty()
                    ? new CommitNumber(snapshot)
                    : pipeline.commit(snapshot, new ArrayList<>(writes.values()), Optional.empty()));
        } catch (WriteConflictException lost) {
            throw new ConflictException(lost);
        } finally {
            close();
        }
    }

    /** Ends the transaction; nothing is written. */
    public void rollback() {
        requireOpen();
        close();
    }

    /** Rolls back unless it has ended; a second call does nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            pipeline.releaseSnapshot(snapshot);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the transaction has ended");
        }
    }

    private TableInfo table(String name) {
        return schema.table(name).orElseThrow(() -> NoSuchTable.in(schema, name));
    }
}
