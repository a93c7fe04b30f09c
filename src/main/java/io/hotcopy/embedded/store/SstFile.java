package io.hotcopy.embedded.store;

import io.hotcopy.backupset.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;

/** Reads one file of sorted records by itself, without the archive it belongs to, and changes nothing. */
public final class SstFile {

    static {
        RocksDB.loadLibrary();
    }

    private SstFile() {}

    /**
     * Checks the checksum of every block and decodes every record. Tombstones are checked with their blocks, but not
     * shown; an older version of a key in the same file neither.
     *
     * @param visitor sees the records in the order of their keys; what it answers is not asked for: all are read
     * @return whether the records are an archive's own state rather than those of a storage group
     * @throws DamagedArchiveException when it cannot be decoded; names the file
     */
    public static boolean read(Path file, RecordVisitor visitor) {
        try (Options options = new Options();
                ReadOptions reading = new ReadOptions().setFillCache(false);
                SstFileReader reader = new SstFileReader(options)) {
            reader.open(file.toString());
            reader.verifyChecksum();
            try (SstFileReaderIterator records = reader.newIterator(reading)) {
                for (records.seekToFirst(); records.isValid(); records.next()) {
                    visitor.record(records.key(), records.value());
                }
                records.status();
            }
            byte[] family = reader.getTableProperties().getColumnFamilyName();
            return new String(family, StandardCharsets.UTF_8).equals(StoreFiles.SYSTEM);
        } catch (RocksDBException trouble) {
            throw new DamagedArchiveException("\"" + file + "\" is damaged: " + trouble.getMessage(), trouble);
        }
    }

    /**
     * Checks the checksum of every block and decodes none.
     *
     * @return its length in bytes
     * @throws DamagedArchiveException when one is wrong; names the file
     */
    public static long verify(Path file) {
        try (Options options = new Options();
                SstFileReader reader = new SstFileReader(options)) {
            reader.open(file.toString());
            reader.verifyChecksum();
            return Files.size(file);
        } catch (RocksDBException trouble) {
            throw new DamagedArchiveException("\"" + file + "\" is damaged: " + trouble.getMessage(), trouble);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }
}
