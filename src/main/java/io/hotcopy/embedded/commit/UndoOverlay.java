package io.hotcopy.embedded.commit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What records held before commits that some reader must not see yet.
 *
 * <p>A reader of snapshot S reads the stores first and asks here afterwards: the value before the least commit after S
 * that changed the record, if there is one, is what it held at S. It is right because a commit's old values are here
 * before the commit reaches any store. Many threads read; one thread, the applier, adds and forgets.
 */
final class UndoOverlay {

    /** A rough count of the bytes that one entry takes beside key and value. */
    private static final int ENTRY_BYTES = 120;

    private final ConcurrentSkipListMap<RowKey, Version> newest = new ConcurrentSkipListMap<>();
    /** All versions, by rising commit number. */
    private final ArrayDeque<Version> byNumber = new ArrayDeque<>();

    private final long maxBytes;
    private long bytes;
    private volatile long floor;

    /**
     * One record before one commit.
     *
     * <p>Versions of a record form a chain from the newest to the oldest.
     */
    private static final class Version {
        final RowKey key;
        final long number;
        final byte[] old;
        volatile Version older;
        Version newer;

        Version(RowKey key, long number, byte[] old) {
            this.key = key;
            this.number = number;
            this.old = old;
        }

        int bytes() {
            return ENTRY_BYTES + key.bytes().length + (old == null ? 0 : old.length);
        }
    }

    /** @param maxBytes beyond it the oldest versions are forgotten, and with them the snapshots that need them */
    UndoOverlay(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Notes what a record held before a commit; numbers rise from call to call. Before any store has the commit. */
    void add(long number, RowKey key, byte[] old) {
        Version version = new Version(key, number, old);
        Version before = newest.get(key);
        if (before != null) {
            version.older = before;
            before.newer = version;
        }
        newest.put(key, version);
        byNumber.add(version);
        bytes += version.bytes();
    }

    /** Forgets what no snapshot at {@code oldestSnapshot} or later needs, and more when there is too much. */
    void forget(long oldestSnapshot) {
        while (!byNumber.isEmpty() && byNumber.peek().number <= oldestSnapshot) {
            drop(byNumber.poll());
        }
        while (bytes > maxBytes) {
            Version oldest = byNumber.poll();
            floor = oldest.number;
            drop(oldest);
        }
    }

    /** Removes the oldest version of a record's chain. */
    private void drop(Version oldest) {
        bytes -= oldest.bytes();
        if (oldest.newer == null) {
            newest.remove(oldest.key);
        } else {
            oldest.newer.older = null;
        }
    }

    /** What the record held at the snapshot, if a later commit changed it; to be asked after the store was read. */
    Optional<Replacement> at(RowKey key, long snapshot) {
        return at(newest.get(key), snapshot);
    }

    private static Optional<Replacement> at(Version newest, long snapshot) {
        Version found = null;
        for (Version version = newest; version != null && version.number > snapshot; version = version.older) {
            found = version;
        }
        return found == null ? Optional.empty() : Optional.of(new Replacement(found.key, found.old));
    }

    /** Whether a commit after the snapshot changed the record. */
    boolean changedAfter(RowKey key, long snapshot) {
        Version version = newest.get(key);
        return version != null && version.number > snapshot;
    }

    /**
     * Whether versions that this snapshot may need were forgotten for lack of room. To be asked after a read: only then
     * is a "no" true of what was read.
     */
    boolean isTooOld(long snapshot) {
        return snapshot < floor;
    }

    /** What the records of a range held at the snapshot that were changed after it, in the order of their keys. */
    Iterator<Replacement> in(RowKey from, RowKey toExclusive, long snapshot) {
        return newest.subMap(from, true, toExclusive, false).values().stream()
                .flatMap(version -> at(version, snapshot).stream())
                .iterator();
    }
}
