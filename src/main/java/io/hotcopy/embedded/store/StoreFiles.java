package io.hotcopy.embedded.store;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** What can be said of a store's directory before it is open. */
final class StoreFiles {

    /** Names RocksDB's default column family, which holds the system records; no group can be named so. */
    static final String SYSTEM = "default";

    private StoreFiles() {}

    /** Whether a store was ever made here. */
    static boolean exists(Path directory) {
        return Files.exists(directory.resolve("CURRENT"));
    }

    /** Makes the directory, readable by its owner only, unless it is there; its name then survives a crash. */
    static void create(Path directory) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            SyncedFiles.syncDirectory(directory.toAbsolutePath().getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("make the directory", directory, trouble);
        }
    }

    /** The storage groups in the files of an existing store. */
    static SortedSet<StorageGroupName> groups(Path directory, StoreOptions options) throws RocksDBException {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        try (Options combined = options.combined()) {
            for (byte[] name : RocksDB.listColumnFamilies(combined, directory.toString())) {
                String text = new String(name, StandardCharsets.UTF_8);
                if (!text.equals(SYSTEM)) {
                    groups.add(group(directory, text));
                }
            }
        }
        return groups;
    }

    private static StorageGroupName group(Path directory, String name) {
        if (!StorageGroupName.isValid(name)) {
            throw notOurs(directory, "it has a column family \"" + name + "\"");
        }
        return new StorageGroupName(name);
    }

    static HotCopyException notOurs(Path directory, String reason) {
        return new HotCopyException("\"" + directory + "\" is a database, but not an archive of hotcopy: " + reason);
    }

    static ColumnFamilyDescriptor descriptor(String name, StoreOptions options) {
        return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), options.columnFamily);
    }
}
