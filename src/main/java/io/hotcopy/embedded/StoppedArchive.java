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
        Optional<Path> home = Optional.ofNullable(directory.getParent())
                .filter(StateFile::isIn)
                .map(Path::getParent);
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
     * What the database keeps of itself beside the archive; empty when the archive lies elsewhere.
     *
     * @throws HotCopyException when it cannot be read
     */
    Optional<DatabaseState> database() {
        return Optional.ofNullable(directory.getParent())
                .flatMap(StateFile::open)
                .map(StateFile::state);
    }

    @Override
    public void close() {
        lock.ifPresent(HomeLock::close);
    }
}
