package io.hotcopy.embedded.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file that keeps the state of one database: read once, rewritten whole at each change, on disk before the change
 * is answered. Safe for several threads.
 */
public final class StateFile {

    private static final String NAME = "state.yaml";

    private final Kept<DatabaseState> state;

    private StateFile(Path file, DatabaseState state) {
        this.state = new Kept<>(state, next -> DatabaseStateYaml.write(file, next));
    }

    /**
     * Reads the state kept in a database's directory.
     *
     * @return empty when there is none
     * @throws io.hotcopy.problem.HotCopyException when it cannot be read, is damaged, not ours or too new
     */
    public static Optional<StateFile> open(Path directory) {
        Path file = directory.resolve(NAME);
        return Files.exists(file) ? Optional.of(new StateFile(file, DatabaseStateYaml.read(file))) : Optional.empty();
    }

    /** Whether a directory is a database's, as far as its state is kept there, whole or not. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /** Writes the first state into a database's directory, which must exist. */
    public static StateFile create(Path directory, DatabaseState first) {
        Path file = directory.resolve(NAME);
        DatabaseStateYaml.write(file, first);
        return new StateFile(file, first);
    }

    /** The state that is kept now; a change that is being written does not hold up who asks. */
    public DatabaseState state() {
        return state.value();
    }

    /**
     * Changes the state.
     *
     * @param change gives the state to be kept instead of the present one
     * @return the state that is kept now
     * @throws io.hotcopy.problem.HotCopyException when it cannot be written; then the present one is still kept
     */
    public DatabaseState change(UnaryOperator<DatabaseState> change) {
        return state.change(change);
    }
}
