package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The right of one process, and of one start within it, to a domain's home; ends with the process at the latest. */
final class HomeLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param home exists
     * @throws HotCopyException when somebody else has it
     */
    static HomeLock take(Path home) {
        Path file = home.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (!isTaken(channel)) {
                channel.close();
                throw new HotCopyException(
                        "the domain in \"" + home + "\" is already open",
                        "Only one process may hold a domain: use the one that runs, or stop it first.");
            }
            return new HomeLock(channel);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("lock", file, trouble);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /** Gives it back; a second call does nothing. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException trouble) {
            throw new HotCopyException("cannot unlock the domain: " + trouble.getMessage(), trouble);
        }
    }
}
