package io.hotcopy.embedded.store;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.MutableDBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * The native handles of one open database, and the gate before them. Every native call goes through {@link #use} or
 * {@link #useUnlessClosed}.
 */
final class StoreHandles {

    final Path directory;
    final StoreOptions options;
    final RocksDB database;
    final ColumnFamilyHandle system;

    private final NavigableMap<StorageGroupName, ColumnFamilyHandle> groups = new ConcurrentSkipListMap<>();
    private final Set<RecordCursor> cursors = ConcurrentHashMap.newKeySet();
    private final StoreGate gate;

    /** Way of opening: what RocksDB offers as two static methods. */
    @FunctionalInterface
    private interface Opening {
        RocksDB open(List<ColumnFamilyDescriptor> families, List<ColumnFamilyHandle> handles) throws RocksDBException;
    }

    private StoreHandles(Path directory, StoreOptions options, SortedSet<StorageGroupName> names, Opening opening)
            throws RocksDBException {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(StoreFiles.descriptor(StoreFiles.SYSTEM, options));
        names.forEach(name -> families.add(StoreFiles.descriptor(name.value(), options)));
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        this.directory = directory;
        this.options = options;
        this.database = opening.open(families, handles);
        this.system = handles.get(0);
        int next = 1;
        for (StorageGroupName name : names) {
            groups.put(name, handles.get(next++));
        }
        this.gate = new StoreGate("the archive in \"" + directory + "\"");
    }

    static StoreHandles open(Path directory, SortedSet<StorageGroupName> wanted, StoreMemory memory) {
        StoreFiles.create(directory);
        return opened(directory, memory, options -> {
            SortedSet<StorageGroupName> all = new TreeSet<>(wanted);
            if (StoreFiles.exists(directory)) {
                all.addAll(StoreFiles.groups(directory, options));
            }
            return new StoreHandles(
                    directory,
                    options,
                    all,
                    (families, handles) -> RocksDB.open(options.database, directory.toString(), families, handles));
        });
    }

    static StoreHandles openReadOnly(Path directory, StoreMemory memory) {
        if (!StoreFiles.exists(directory)) {
            throw new HotCopyException("there is no archive in \"" + directory + "\"");
        }
        return opened(
                directory,
                memory,
                options -> new StoreHandles(
                        directory,
                        options,
                        StoreFiles.groups(directory, options),
                        (families, handles) ->
                                RocksDB.openReadOnly(options.database, directory.toString(), families, handles)));
    }

    @FunctionalInterface
    private interface WithOptions {
        StoreHandles open(StoreOptions options) throws RocksDBException;
    }

    private static StoreHandles opened(Path directory, StoreMemory memory, WithOptions opening) {
        StoreOptions options = new StoreOptions(memory);
        try {
            return opening.open(options);
        } catch (RocksDBException trouble) {
            options.close();
            throw StoreErrors.of(directory, trouble);
        } catch (RuntimeException trouble) {
            options.close();
            throw trouble;
        }
    }

    /** Makes a call while nobody can close the handles; {@code IllegalStateException} when they are closed. */
    <T> T use(StoreCall<T> call) {
        gate.enter();
        return within(call);
    }

    /** As {@link #use}, but gives another value when the handles are closed. */
    <T> T useUnlessClosed(T otherwise, StoreCall<T> call) {
        return gate.tryEnter() ? within(call) : otherwise;
    }

    private <T> T within(StoreCall<T> call) {
        try {
            return call.call();
        } catch (RocksDBException trouble) {
            throw StoreErrors.of(directory, trouble);
        } finally {
            gate.exit();
        }
    }

    SortedSet<StorageGroupName> groups() {
        return new TreeSet<>(groups.keySet());
    }

    ColumnFamilyHandle group(StorageGroupName name) {
        ColumnFamilyHandle handle = groups.get(name);
        if (handle == null) {
            throw new IllegalArgumentException(
                    "the archive in \"" + directory + "\" does not serve storage group " + name);
        }
        return handle;
    }

    synchronized void addGroup(StorageGroupName name) throws RocksDBException {
        if (!groups.containsKey(name)) {
            groups.put(name, database.createColumnFamily(StoreFiles.descriptor(name.value(), options)));
        }
    }

    /** All column families: flushing one alone would persist a mark without the records it stands for. */
    List<ColumnFamilyHandle> all() {
        List<ColumnFamilyHandle> all = new ArrayList<>(groups.values());
        all.add(system);
        return all;
    }

    /** Keeps a cursor so that closing can end it; within {@link #use}. */
    void opened(RecordCursor cursor) {
        cursors.add(cursor);
    }

    void close(RecordCursor cursor) {
        useUnlessClosed(null, () -> {
            cursors.remove(cursor);
            cursor.release();
            return null;
        });
    }

    /**
     * Waits for calls under way and closes everything; a second call does nothing.
     *
     * @param flush whether what is in memory is written first, or lost
     * @return whether this call closed it
     */
    boolean close(boolean flush) {
        if (!gate.close()) {
            return false;
        }
        try {
            if (!flush) {
                database.setDBOptions(MutableDBOptions.builder()
                        .setAvoidFlushDuringShutdown(true)
                        .build());
            }
        } catch (RocksDBException trouble) {
            throw StoreErrors.of(directory, trouble);
        } finally {
            release();
        }
        return true;
    }

    /** Iterators, then column families, then the database, then what it was opened with. */
    private void release() {
        cursors.forEach(RecordCursor::release);
        groups.values().forEach(ColumnFamilyHandle::close);
        system.close();
        try {
            database.closeE();
        } catch (RocksDBException trouble) {
            throw StoreErrors.of(directory, trouble);
        } finally {
            options.close();
        }
    }
}
