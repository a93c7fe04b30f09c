package io.hotcopy.embedded.store;

import io.hotcopy.term.ByteSize;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.rocksdb.Cache;
import org.rocksdb.Env;
import org.rocksdb.LRUCache;
import org.rocksdb.Priority;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory and background threads that all stores of a process share, so that many archives need no more than
 * one. Safe for several threads; closed after its stores.
 *
 * <p>RocksDB bounds the sum of all write buffers, but when it is reached it flushes the store that happens to write,
 * even if the memory lies in stores that are idle: that store then writes many small files. So before the bound is
 * reached, the store that holds most is flushed from here.
 */
public final class StoreMemory implements AutoCloseable {

    /** How much is written between two looks at the stores. */
    private static final long LOOK_EVERY_BYTES = 1 << 20;

    /** The share of the write buffers, in percent, at which the greatest is flushed; RocksDB itself acts at 87. */
    private static final int FLUSH_AT_PERCENT = 70;

    private static final int BACKGROUND_THREADS = 2;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final long flushAtBytes;
    private final Set<ArchiveStore> stores = ConcurrentHashMap.newKeySet();
    private final AtomicLong writtenSinceLook = new AtomicLong();

    /**
     * @param writeBufferSize bytes for records that are not in files yet
     * @param cacheSize bytes for blocks of files that have been read
     */
    public StoreMemory(ByteSize writeBufferSize, ByteSize cacheSize) {
        cache = new LRUCache(cacheSize.bytes());
        // The cost of write buffers is not charged to the cache: it would be evicted by every bulk load.
        Cache none = new LRUCache(0);
        try (none) {
            writeBuffers = new WriteBufferManager(writeBufferSize.bytes(), none);
        }
        flushAtBytes = writeBufferSize.bytes() / 100 * FLUSH_AT_PERCENT;
        Env.getDefault()
                .setBackgroundThreads(BACKGROUND_THREADS, Priority.HIGH)
                .setBackgroundThreads(BACKGROUND_THREADS, Priority.LOW);
    }

    /** 128 MB of write buffers and 64 MB of cache. */
    public static StoreMemory standard() {
        return new StoreMemory(ByteSize.ofMegabytes(128), ByteSize.ofMegabytes(64));
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    void opened(ArchiveStore store) {
        stores.add(store);
    }

    void closed(ArchiveStore store) {
        stores.remove(store);
    }

    /** Tells that a store took a batch of about so many bytes. */
    void written(long bytes) {
        if (writtenSinceLook.addAndGet(bytes) >= LOOK_EVERY_BYTES) {
            writtenSinceLook.set(0);
            relieve();
        }
    }

    private void relieve() {
        long held = stores.stream().mapToLong(ArchiveStore::unflushedBytes).sum();
        if (held >= flushAtBytes) {
            stores.stream()
                    .max(Comparator.comparingLong(ArchiveStore::unflushedBytes))
                    .ifPresent(ArchiveStore::beginFlush);
        }
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
