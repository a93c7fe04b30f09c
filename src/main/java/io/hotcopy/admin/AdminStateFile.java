package io.hotcopy.admin;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * {@code <home>/admin/state.yaml}: read once, rewritten whole at each change, on disk before the change is answered.
 * Safe for several threads.
 */
final class AdminStateFile {

    private static final String DIRECTORY = "admin";
    private static final String NAME = "state.yaml";

    private final Path file;
    private AdminState state;

    private AdminStateFile(Path file, AdminState state) {
        this.file = file;
        this.state = state;
    }

    /**
     * Reads what is remembered of the domain that has this home; begins with nothing where there is none.
     *
     * @throws io.hotcopy.problem.HotCopyException when the file is damaged, too new or cannot be read
     */
    static AdminStateFile open(Path home) {
        Path directory = home.resolve(DIRECTORY);
        try {
            SyncedFiles.makeDirectories(directory);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", directory, trouble);
        }
        Path file = directory.resolve(NAME);
        return new AdminStateFile(file, Files.exists(file) ? AdminStateYaml.read(file) : AdminState.NEW);
    }

    synchronized AdminState state() {
        return state;
    }

    /**
     * Changes the state.
     *
     * @return the state that is kept now
     * @throws io.hotcopy.problem.HotCopyException when it cannot be written; then the present one is still kept
     */
    synchronized AdminState change(UnaryOperator<AdminState> change) {
        AdminState next = change.apply(state);
        if (next != state && !next.equals(state)) {
            AdminStateYaml.write(file, next);
            state = next;
        }
        return state;
    }
}
