package io.hotcopy.embedded.changes;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.journal.PlacedOperation.Place;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Changes in the order in which they were made in, one by one or as sorted files, the last one of each key in the order
 * of keys out, per storage group as a stream or as the file of changes of an element. What does not fit into memory is
 * written as sorted runs into a directory, and merged with the rest while it is given out. Filled by one thread, then
 * read by any.
 */
public final class ChangeSorter implements AutoCloseable {

    private final SortedMap<StorageGroupName, GroupSorter> groups = new TreeMap<>();
    private final LeftFiles left = new LeftFiles();
    private final Path scratch;
    private final long memoryBytes;
    private long heldBytes;
    private boolean scratchMade;
    private boolean filled;

    /**
     * @param groups whose changes there may be
     * @param range the commits that the files sum up
     * @param scratch a directory for sorted runs, made when it is needed and deleted at the end; it must not exist, its
     *     parent must
     * @param memoryBytes how much is held in memory before it is written as runs
     */
    public ChangeSorter(SortedSet<StorageGroupName> groups, CommitRange range, Path scratch, long memoryBytes) {
        groups.forEach(group -> this.groups.put(group, new GroupSorter(group, range, scratch, left)));
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Takes a change, which replaces the one before of the same key.
     *
     * @param key not copied
     * @param value not copied; {@code null} for a tombstone
     * @throws io.hotcopy.problem.HotCopyException when a run cannot be written
     */
    public void put(StorageGroupName group, byte[] key, byte[] value) {
        putStored(group, key, StoredValue.here(value));
    }

    /**
     * Names a file in which values are left: it must not change until this is closed.
     *
     * @return its number, for {@link #putLeft}
     */
    public int leaving(Path file) {
        requireFilling();
        return left.add(file);
    }

    /**
     * Takes a change as {@link #put} does, but leaves the value where it lies: it is read, and compared with its
     * checksum, when the changes are given out, and only if it is the last one of its key.
     *
     * @param file from {@link #leaving}
     */
    public void putLeft(StorageGroupName group, byte[] key, int file, Place place) {
        putStored(group, key, StoredValue.left(file, place));
    }

    private void putStored(StorageGroupName group, byte[] key, byte[] stored) {
        requireFilling();
        GroupSorter sorter = groups.get(group);
        long before = sorter.heldBytes();
        sorter.put(key, stored);
        heldBytes += sorter.heldBytes() - before;
        if (heldBytes > memoryBytes) {
            spill();
        }
    }

    private void requireFilling() {
        if (filled) {
            throw new IllegalStateException("all changes have been put");
        }
    }

    /**
     * Takes a sorted file of changes, which come after all before.
     *
     * @param sorted of this storage group; read where it lies, until this is closed, and never changed
     * @throws io.hotcopy.problem.HotCopyException when a run cannot be written
     */
    public void putSorted(StorageGroupName group, Path sorted) {
        requireFilling();
        heldBytes -= groups.get(group).heldBytes();
        inScratch(() -> groups.get(group).putSorted(sorted));
    }

    private void spill() {
        inScratch(() -> {
            for (GroupSorter group : groups.values()) {
                group.spill();
            }
        });
        heldBytes = 0;
    }

    /** What writes into the directory. */
    private interface Spilling {
        void run() throws IOException;
    }

    private void inScratch(Spilling spilling) {
        try {
            if (!scratchMade) {
                SyncedFiles.createDirectory(scratch);
                scratchMade = true;
            }
            spilling.run();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", scratch, trouble);
        }
    }

    /** Ends the filling; from now on the changes can be read, and by several threads. */
    public void filled() {
        filled = true;
    }

    /** Whether not everything fitted into memory. */
    public boolean hasSpilled() {
        return scratchMade;
    }

    /** A group's changes, once all are filled; to be closed before this is. */
    public ChangeStream stream(StorageGroupName group) {
        requireFilled();
        return groups.get(group).stream();
    }

    /**
     * Writes a group's file of changes.
     *
     * @param isLive whether the records of a table id are wanted
     * @throws IOException what the target threw
     */
    public void write(StorageGroupName group, IntPredicate isLive, WritableByteChannel target) throws IOException {
        requireFilled();
        groups.get(group).write(isLive, target);
    }

    private void requireFilled() {
        if (!filled) {
            throw new IllegalStateException("changes may still be put");
        }
    }

    /** Deletes what was written; a second call does nothing. */
    @Override
    public void close() {
        if (scratchMade) {
            try {
                SyncedFiles.deleteTree(scratch);
            } catch (IOException trouble) {
                throw FileTrouble.cannot("delete", scratch, trouble);
            }
        }
    }
}
