package io.hotcopy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.rocksdb.BackupEngine;
import org.rocksdb.BackupEngineOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.Env;
import org.rocksdb.Options;
import org.rocksdb.RestoreOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The closest other engine: RocksDB with its own write-ahead log and its own {@code BackupEngine}, holding the same
 * records. Backups are synced and share files by checksum.
 */
final class OtherEngine implements AutoCloseable {

    private final Options options =
            new Options().setCreateIfMissing(true).setCompressionType(CompressionType.NO_COMPRESSION);
    private final RocksDB database;

    OtherEngine(Path directory) throws RocksDBException {
        RocksDB.loadLibrary();
        database = RocksDB.open(options, directory.toString());
    }

    /** Writes the records that {@link BenchDomain#fill} writes, and flushes. */
    void fill(long records, SplittableRandom random) throws RocksDBException {
        for (long first = 0; first < records; first += BenchDomain.BATCH) {
            try (WriteBatch batch = new WriteBatch();
                    WriteOptions unsynced = new WriteOptions()) {
                for (long key = first; key < Math.min(first + BenchDomain.BATCH, records); key++) {
                    batch.put(BenchDomain.key(key), BenchDomain.value(random));
                }
                database.write(unsynced, batch);
            }
        }
        try (org.rocksdb.FlushOptions wait = new org.rocksdb.FlushOptions().setWaitForFlush(true)) {
            database.flush(wait);
        }
    }

    /** Overwrites so many records chosen at random. */
    void change(long records, long of, SplittableRandom random) throws RocksDBException {
        for (long written = 0; written < records; written += BenchDomain.BATCH) {
            try (WriteBatch batch = new WriteBatch();
                    WriteOptions unsynced = new WriteOptions()) {
                for (long each = written; each < Math.min(written + BenchDomain.BATCH, records); each++) {
                    batch.put(BenchDomain.key(random.nextLong(of)), BenchDomain.value(random));
                }
                database.write(unsynced, batch);
            }
        }
    }

    /** Takes the next backup; gives what the directory grew by. */
    long backup(Path to, int threads) throws Exception {
        long before = Files.exists(to) ? BenchFiles.size(to) : 0;
        Files.createDirectories(to);
        try (BackupEngineOptions how = options(to, threads);
                BackupEngine engine = BackupEngine.open(Env.getDefault(), how)) {
            engine.createNewBackup(database, true);
        }
        return BenchFiles.size(to) - before;
    }

    /** Restores the newest backup, and syncs it: BackupEngine itself does not sync what it restores. */
    static long restore(Path from, Path to, int threads) throws Exception {
        Files.createDirectories(to);
        try (BackupEngineOptions how = options(from, threads);
                BackupEngine engine = BackupEngine.open(Env.getDefault(), how);
                RestoreOptions all = new RestoreOptions(false)) {
            engine.restoreDbFromLatestBackup(to.toString(), to.toString(), all);
        }
        BenchFiles.command("sync", "-f", to.toString());
        return BenchFiles.size(to);
    }

    private static BackupEngineOptions options(Path directory, int threads) {
        return new BackupEngineOptions(directory.toString())
                .setSync(true)
                .setShareTableFiles(true)
                .setShareFilesWithChecksum(true)
                .setMaxBackgroundOperations(threads);
    }

    @Override
    public void close() {
        database.close();
        options.close();
    }
}
