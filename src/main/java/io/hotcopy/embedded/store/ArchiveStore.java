package io.hotcopy.embedded.store;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * The records of one archive: a column family a storage group, and one for system state. Nothing is logged here: what
 * was applied since the last flush is lost in a crash and must be redone from the journal, from
 * {@link #persistedMark()} on.
 *
 * <p>Safe for several threads. After {@link #close()} or {@link #crash()} every call throws
 * {@code IllegalStateException}; both wait for calls under way, and end open cursors and scans the same way.
 */
public final class ArchiveStore implements AutoCloseable {

    private final StoreHandles handles;
    private final StoreMemory memory;
    private final boolean readOnly;
    private volatile CommitNumber applied;

    private ArchiveStore(StoreHandles handles, StoreMemory memory, boolean readOnly) {
        this.handles = handles;
        this.memory = memory;
        this.readOnly = readOnly;
        this.applied = handles.use(() -> mark(handles.database.get(handles.system, SystemRecords.APPLIED_KEY)));
        memory.opened(this);
    }

    /**
     * Opens an archive for reading and writing, or makes a new one where there is none. Groups that it does not hold
     * yet are added; groups that it holds besides are kept.
     *
     * @throws DamagedArchiveException when its files are damaged
     * @throws HotCopyException when it is not an archive, is too new, or cannot be opened
     */
    public static ArchiveStore open(Path rocksDirectory, SortedSet<StorageGroupName> groups, StoreMemory shared) {
        return checked(StoreHandles.open(rocksDirectory, groups, shared), shared, false);
    }

    /** Opens an existing archive with the groups found, writing nothing into its directory; throws as {@link #open}. */
    public static ArchiveStore openReadOnly(Path rocksDirectory, StoreMemory shared) {
        return checked(StoreHandles.openReadOnly(rocksDirectory, shared), shared, true);
    }

    /** Whether there is an archive in a directory, whole or not. */
    public static boolean exists(Path rocksDirectory) {
        return StoreFiles.exists(rocksDirectory);
    }

    private static ArchiveStore checked(StoreHandles handles, StoreMemory memory, boolean readOnly) {
        try {
            StoreFormat.check(handles, readOnly);
            return new ArchiveStore(handles, memory, readOnly);
        } catch (RuntimeException trouble) {
            handles.close(false);
            throw trouble;
        }
    }

    /** The storage groups it holds. */
    public SortedSet<StorageGroupName> groups() {
        return handles.groups();
    }

    /** Adds an empty storage group; does nothing when it is there. */
    public void addGroup(StorageGroupName group) {
        requireWritable();
        handles.use(() -> {
            handles.addGroup(group);
            return null;
        });
    }

    /** The value of a record by its complete key; empty when there is none. */
    public Optional<byte[]> get(StorageGroupName group, byte[] key) {
        return Optional.ofNullable(
                handles.use(() -> handles.database.get(handles.group(group), handles.options.read, key)));
    }

    /** Applies a batch, all of it or nothing; its mark must not lie before the present one. */
    public synchronized void apply(StoreBatch batch) {
        requireWritable();
        CommitNumber mark = batch.requireApplied();
        if (applied.isAfter(mark)) {
            throw new IllegalArgumentException("the mark would go back from " + applied + " to " + mark);
        }
        memory.written(handles.use(() -> write(batch, mark)));
        applied = mark;
    }

    private long write(StoreBatch batch, CommitNumber mark) throws RocksDBException {
        try (WriteBatch target = new WriteBatch()) {
            for (StoreBatch.Change change : batch.changes()) {
                add(change, target);
            }
            target.put(handles.system, SystemRecords.APPLIED_KEY, SystemRecords.applied(mark));
            handles.database.write(handles.options.write, target);
            return target.getDataSize();
        }
    }

    private void add(StoreBatch.Change change, WriteBatch target) throws RocksDBException {
        ColumnFamilyHandle group = handles.group(change.group());
        if (change instanceof StoreBatch.Put put) {
            target.put(group, put.key(), put.value());
        } else if (change instanceof StoreBatch.Delete delete) {
            target.delete(group, delete.key());
        } else if (change instanceof StoreBatch.SetFingerprint set) {
            byte[] key = SystemRecords.fingerprintKey(set.group(), set.table());
            target.put(handles.system, key, SystemRecords.fingerprint(set.value()));
        } else if (change instanceof StoreBatch.DropTable drop) {
            target.deleteRange(group, TableKeys.from(drop.table()), TableKeys.to(drop.table()));
            target.delete(handles.system, SystemRecords.fingerprintKey(drop.group(), drop.table()));
        }
    }

    /** The commit up to which everything has been applied, in memory or in files. */
    public CommitNumber appliedMark() {
        return handles.use(() -> applied);
    }

    /** The commit up to which everything is in files: what a crash leaves, and what pinned files hold at least. */
    public CommitNumber persistedMark() {
        return handles.use(() ->
                mark(handles.database.get(handles.system, handles.options.readPersisted, SystemRecords.APPLIED_KEY)));
    }

    private static CommitNumber mark(byte[] value) {
        return value == null ? CommitNumber.ZERO : SystemRecords.applied(value);
    }

    /** The running fingerprints, all as of one moment. */
    public SortedMap<TableInGroup, Fingerprint> runningFingerprints() {
        SortedMap<TableInGroup, Fingerprint> found = new TreeMap<>();
        byte[] from = SystemRecords.FINGERPRINTS_FROM;
        try (RecordCursor cursor =
                RecordCursor.open(handles, () -> handles.system, from, SystemRecords.FINGERPRINTS_TO)) {
            while (cursor.next()) {
                found.put(SystemRecords.fingerprintKey(cursor.key()), SystemRecords.fingerprint(cursor.value()));
            }
        }
        return found;
    }

    /**
     * Shows the records of a storage group in the order of their keys, all as of the moment of the call.
     *
     * @param fromKey the first complete key; empty for the first there is
     * @param toKeyExclusive the complete key to stop before; empty for none
     */
    public void scan(StorageGroupName group, byte[] fromKey, byte[] toKeyExclusive, RecordVisitor visitor) {
        try (RecordCursor cursor = cursor(group, fromKey, toKeyExclusive)) {
            boolean wanted = true;
            while (wanted && cursor.next()) {
                wanted = visitor.record(cursor.key(), cursor.value());
            }
        }
    }

    /** As {@link #scan}, but the caller steps. */
    public RecordCursor cursor(StorageGroupName group, byte[] fromKey, byte[] toKeyExclusive) {
        return RecordCursor.open(handles, () -> handles.group(group), fromKey, toKeyExclusive);
    }

    /** About how many bytes a scan of the group reads. */
    public long estimatedBytes(StorageGroupName group) {
        return handles.use(
                () -> handles.database.getLongProperty(handles.group(group), "rocksdb.estimate-live-data-size"));
    }

    /** The files that hold its records now, in order of their names. */
    public List<Path> liveFiles() {
        return handles.use(() -> handles.database.getLiveFilesMetaData().stream()
                .map(file -> handles.directory.resolve(file.fileName().replace("/", "")))
                .sorted()
                .toList());
    }

    /** Writes everything applied so far into files and waits until they are on disk. */
    public void flush() {
        requireWritable();
        handles.use(() -> {
            handles.database.flush(handles.options.flushAndWait, handles.all());
            return null;
        });
    }

    /**
     * Takes over files that a {@link SortedFilesWriter} made; what they say of a key counts, whatever was applied
     * before. They go in by one call: all of them, or none. The applied mark stays, so this is for an archive that is
     * being made: a crash between this and the mark leaves neither state.
     *
     * @param files on the same file system, in the order of their keys; they are moved
     */
    public void ingest(StorageGroupName group, List<Path> files) {
        requireWritable();
        if (files.isEmpty()) {
            return;
        }
        handles.use(() -> {
            try (IngestExternalFileOptions moving = new IngestExternalFileOptions().setMoveFiles(true)) {
                List<String> names = files.stream().map(Path::toString).toList();
                handles.database.ingestExternalFile(handles.group(group), names, moving);
            }
            return null;
        });
    }

    /** Begins to write what is in memory into files; does nothing once closed. */
    void beginFlush() {
        try {
            handles.useUnlessClosed(null, () -> {
                handles.database.flush(handles.options.flushSoon, handles.all());
                return null;
            });
        } catch (HotCopyException trouble) {
            // The caller is a write to any store, perhaps a sound one. RocksDB keeps the trouble and throws it at this
            // store's own next write.
        }
    }

    /** Bytes held in memory that no flush has begun to write; zero once closed. */
    long unflushedBytes() {
        return handles.useUnlessClosed(
                0L, () -> handles.database.getAggregatedLongProperty("rocksdb.cur-size-active-mem-table"));
    }

    /**
     * Pins the live files. Never flushes: lease the journal at {@link #persistedMark()} <em>before</em> (protocol §4).
     * Pins may overlap. One that outlives its store holds nothing any more.
     */
    public PinnedFiles pinFiles() {
        requireWritable();
        return LiveFiles.pin(handles);
    }

    private void requireWritable() {
        if (readOnly) {
            throw new IllegalStateException("the archive in \"" + handles.directory + "\" was opened to be read only");
        }
    }

    /** Flushes and closes; a second call does nothing. */
    @Override
    public void close() {
        memory.closed(this);
        handles.close(true);
    }

    /** Closes as a crash would leave it: what was not flushed is lost. */
    public void crash() {
        memory.closed(this);
        handles.close(false);
    }
}
