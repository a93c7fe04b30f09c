package io.hotcopy.embedded.state;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file that keeps the state of one database: read once, rewritten whole at each change, on disk before the change
 * is answered. Safe for several threads.
 */
public final class StateFile {

    private static final String NAME = "state.yaml";

    private final Path file;
    private DatabaseState state;

    private StateFile(Path file, DatabaseState state) {
        this.file = file;
        this.state = state;
    }

    /**
     * Reads the state kept in a database's directory.
     *
     * @return empty when there is none
     * @throws HotCopyException when it cannot be read, is damaged, not ours or too new
     */
    public static Optional<StateFile> open(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            return Optional.of(new StateFile(file, DatabaseStateYaml.read(file, Files.readAllBytes(file))));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    /** Writes the first state into a database's directory, which must exist. */
    public static StateFile create(Path directory, DatabaseState first) {
        StateFile created = new StateFile(directory.resolve(NAME), first);
        created.write(first);
        return created;
    }

    public synchronized DatabaseState state() {
        return state;
    }

    /**
     * Changes the state.
     *
     * @param change gives the state to be kept instead of the present one
     * @return the state that is kept now
     * @throws HotCopyException when it cannot be written; then the present one is still kept
     */
    public synchronized DatabaseState change(UnaryOperator<DatabaseState> change) {
        DatabaseState next = change.apply(state);
        if (!next.equals(state)) {
            write(next);
            state = next;
        }
        return state;
    }

    private void write(DatabaseState next) {
        Path fresh = file.resolveSibling(NAME + ".tmp");
        try {
            Files.deleteIfExists(fresh);
            SyncedFiles.writeFile(fresh, DatabaseStateYaml.write(next));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            SyncedFiles.syncDirectory(file.getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }
}
