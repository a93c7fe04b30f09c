package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive that no storage manager has open, and that none can open before this is closed: the domain in whose home
 * it lies, if it lies in one, is kept from starting.
 */
final class StoppedArchive implements AutoCloseable {

    private final Path directory;
    private final Optional<HomeLock> lock;

    private StoppedArchive(Path directory, Optional<HomeLock> lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * @param archive its directory; exists
     * @throws HotCopyException when its domain runs
     */
    static StoppedArchive require(Path archive) {
        Path directory = real(archive);
        Optional<Path> home = databaseOf(directory).map(Path::getParent);
        try {
            return new StoppedArchive(directory, home.flatMap(HomeLock::takeIfThere));
        } catch (HotCopyException open) {
            throw new HotCopyException(
                    "the archive in \"" + archive + "\" is in use: " + open.getMessage(),
                    open,
                    "Stop the domain first, or check a copy: the archive of a hot copy or of a restore.");
        }
    }

    private static Path real(Path archive) {
        try {
            return archive.toRealPath();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("check", archive, trouble);
        }
    }

    Path directory() {
        return directory;
    }

    /**
     * What the database that it belongs to keeps of itself; empty when it belongs to none.
     *
     * @throws HotCopyException when it cannot be read
     */
    Optional<DatabaseState> database() {
        return databaseOf(directory).flatMap(StateFile::open).map(StateFile::state);
    }

    /** Where the database lives that it belongs to: beside it, or where it says. */
    private static Optional<Path> databaseOf(Path archive) {
        return Optional.ofNullable(archive.getParent()).filter(StateFile::isIn).or(() -> ArchiveHomeYaml.read(archive)
                .filter(StateFile::isIn));
    }

    @Override
    public void close() {
        lock.ifPresent(HomeLock::close);
    }
}
