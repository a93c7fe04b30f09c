package io.hotcopy.embedded.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/**
 * Writes records and tombstones that come in the order of their keys into files which {@link ArchiveStore#ingest} takes
 * over. Used by one thread.
 */
public final class SortedFilesWriter implements AutoCloseable {

    /** As large as the archive's own files become. */
    private static final long FILE_BYTES = 64L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private final Path directory;
    private final String name;
    private final StoreOptions options;
    private final EnvOptions environment = new EnvOptions();
    private final Options combined;
    private final List<Path> files = new ArrayList<>();
    private SstFileWriter writer;
    private long bytes;

    /**
     * @param directory where the files go; must exist
     * @param name begins their names
     */
    public SortedFilesWriter(Path directory, String name, StoreMemory memory) {
        this.directory = directory;
        this.name = name;
        this.options = new StoreOptions(memory);
        this.combined = options.combined();
    }

    /**
     * Adds a record, or a tombstone.
     *
     * @param key comes after all keys before, bytes compared unsigned
     * @param value {@code null} for a tombstone
     * @throws io.hotcopy.problem.HotCopyException when the disk does not take it
     */
    public void add(byte[] key, byte[] value) {
        try {
            if (writer == null) {
                begin();
            }
            if (value == null) {
                writer.delete(key);
            } else {
                writer.put(key, value);
            }
            bytes += key.length + (value == null ? 0 : value.length);
            if (bytes >= FILE_BYTES) {
                end();
            }
        } catch (RocksDBException trouble) {
            throw StoreErrors.of(directory, trouble);
        }
    }

    private void begin() throws RocksDBException {
        Path file = directory.resolve(name + "-" + files.size() + ".sst");
        writer = new SstFileWriter(environment, combined);
        writer.open(file.toString());
        files.add(file);
        bytes = 0;
    }

    private void end() throws RocksDBException {
        writer.finish();
        closeWriter();
    }

    /**
     * Ends the last file.
     *
     * @return the files in the order of their keys; none when nothing was added
     */
    public List<Path> finish() {
        try {
            if (writer != null) {
                end();
            }
            return List.copyOf(files);
        } catch (RocksDBException trouble) {
            throw StoreErrors.of(directory, trouble);
        }
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    /** Frees the handles; the files stay. A second call does nothing. */
    @Override
    public void close() {
        closeWriter();
        combined.close();
        environment.close();
        options.close();
    }
}
