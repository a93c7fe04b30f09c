package io.hotcopy.embedded.store;

import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ChecksumType;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.WriteOptions;
import org.rocksdb.util.StdErrLogger;

/**
 * How RocksDB is set up: for archives of some hundred megabytes, six or more in one process on two processors. Holds
 * native handles; closed after the store that uses it.
 */
final class StoreOptions implements AutoCloseable {

    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** Most that one store does in the background at once: a flush and a compaction. */
    private static final int BACKGROUND_JOBS = 2;

    // Level 0 is let grow: a bulk load is then written once or twice, not four times.
    private static final int LEVEL_0_COMPACT = 8;
    private static final int LEVEL_0_SLOW_DOWN = 40;
    private static final int LEVEL_0_STOP = 64;

    final DBOptions database;
    final ColumnFamilyOptions columnFamily;
    final WriteOptions write = new WriteOptions().setDisableWAL(true);
    final ReadOptions read = new ReadOptions();
    final ReadOptions readPersisted = new ReadOptions().setReadTier(ReadTier.PERSISTED_TIER);
    final FlushOptions flushAndWait = new FlushOptions().setWaitForFlush(true);
    /** Begins a flush and comes back at once, even when writers are being slowed down. */
    final FlushOptions flushSoon = new FlushOptions().setWaitForFlush(false).setAllowWriteStall(true);

    private final BloomFilter filter = new BloomFilter(10);
    /** RocksDB else writes a log file into the directory, even when it is opened to be read only. */
    private final StdErrLogger silent = new StdErrLogger(InfoLogLevel.FATAL_LEVEL);

    StoreOptions(StoreMemory memory) {
        database = database(memory);
        columnFamily = columnFamily(memory);
    }

    private DBOptions database(StoreMemory memory) {
        DBOptions options = new DBOptions()
                .setEnv(Env.getDefault())
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                // The applied mark is true only if the records it stands for reach the files with it.
                .setAtomicFlush(true)
                .setWriteBufferManager(memory.writeBuffers())
                .setMaxBackgroundJobs(BACKGROUND_JOBS)
                .setBytesPerSync(MIB)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
        options.setLogger(silent);
        return options;
    }

    private ColumnFamilyOptions columnFamily(StoreMemory memory) {
        return new ColumnFamilyOptions()
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(memory.cache())
                        .setBlockSize(8 * KIB)
                        .setFilterPolicy(filter)
                        .setChecksumType(ChecksumType.kXXH3)
                        .setFormatVersion(6))
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setBottommostCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(32 * MIB)
                // Small pieces: every column family of every store holds at least one.
                .setArenaBlockSize(128 * KIB)
                .setMaxWriteBufferNumber(4)
                .setLevelZeroFileNumCompactionTrigger(LEVEL_0_COMPACT)
                .setLevelZeroSlowdownWritesTrigger(LEVEL_0_SLOW_DOWN)
                .setLevelZeroStopWritesTrigger(LEVEL_0_STOP)
                .setTargetFileSizeBase(64 * MIB)
                .setMaxBytesForLevelBase(256 * MIB);
    }

    /** The same for tools that look at a directory or a file without opening the archive; closed by the caller. */
    Options combined() {
        Options options = new Options(database, columnFamily);
        options.setLogger(silent);
        return options;
    }

    @Override
    public void close() {
        List.of(write, read, readPersisted, flushAndWait, flushSoon, columnFamily, database, filter, silent)
                .forEach(StoreOptions::close);
    }

    private static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("closing an option throws nothing", impossible);
        }
    }
}
