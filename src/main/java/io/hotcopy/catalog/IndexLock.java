package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;

/** Keeps all other threads and processes from changing the index of one domain. */
final class IndexLock {
    /** A file lock holds other processes off, but not other threads of this one. */
    private static final Object OTHER_THREADS = new Object();

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String NAME = "catalog.lock";

    private final Path domain;

    private IndexLock(Path domain) {
        this.domain = domain;
    }

    /** @param domain the directory of the domain's state; made when the lock is first taken */
    static IndexLock of(Path domain) {
        return new IndexLock(domain);
    }

    /**
     * Does something while nobody else changes anything.
     *
     * @param name the directory of the domain's state to do it in; made if it is not there
     * @param change gets that directory
     */
    <T> T holding(String name, Function<Path, T> change) {
        Path directory = domain.resolve(name);
        Path file = domain.resolve(NAME);
        synchronized (OTHER_THREADS) {
            try {
                make(directory);
                try (FileChannel channel = FileChannel.open(
                                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
                        FileLock lock = channel.lock()) {
                    return change.apply(directory);
                }
            } catch (IOException trouble) {
                throw FileTrouble.cannot("write", directory, trouble);
            }
        }
    }

    /** Another process may be making the same. */
    private static void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        make(directory.getParent());
        try {
            SyncedFiles.createDirectory(directory);
        } catch (FileAlreadyExistsException byAnother) {
            if (!Files.isDirectory(directory)) {
                throw byAnother;
            }
        }
        SyncedFiles.syncDirectory(directory.getParent());
    }
}
