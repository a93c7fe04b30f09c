package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps all other threads and processes from changing the state that we keep of one domain. The lock is on a file that
 * nobody reads: to close any channel of a file ends the process's lock on it.
 */
final class DomainLock {
    /** A file lock holds other processes off, but not other threads of this one. */
    private static final Object OTHER_THREADS = new Object();

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String NAME = "catalog.lock";

    private final Path domain;

    private DomainLock(Path domain) {
        this.domain = domain;
    }

    /** @param domain the directory of the domain's state; made when the lock is first taken */
    static DomainLock of(Path domain) {
        return new DomainLock(domain);
    }

    /**
     * Does something in the directory of the domain's state while nobody else changes anything.
     *
     * @param change gets that directory
     */
    <T> T holding(Function<Path, T> change) {
        return holding("", change);
    }

    /**
     * The same in a directory below it.
     *
     * @param name the directory of the domain's state to do it in; made if it is not there
     * @param change gets that directory
     */
    <T> T holding(String name, Function<Path, T> change) {
        Path directory = name.isEmpty() ? domain : domain.resolve(name);
        Path file = domain.resolve(NAME);
        synchronized (OTHER_THREADS) {
            try {
                SyncedFiles.makeDirectories(directory);
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
}
