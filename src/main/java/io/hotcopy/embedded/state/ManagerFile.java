package io.hotcopy.embedded.state;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The file that keeps which storage managers were added and removed while a database ran, and which storage groups came
 * and went: made at the first change, rewritten whole at each, on disk before the change is answered. It goes with the
 * {@linkplain StateFile state} beside it, and means nothing without. Safe for several threads.
 */
public final class ManagerFile {

    private static final String NAME = "storage-managers.yaml";

    private final Kept<ManagerChanges> changes;

    private ManagerFile(Path file, ManagerChanges changes) {
        this.changes = new Kept<>(changes, next -> ManagerChangesYaml.write(file, next));
    }

    /**
     * Reads what is kept in a database's directory, which need not exist; touches nothing.
     *
     * @throws io.hotcopy.problem.HotCopyException when it cannot be read, is damaged, not ours or too new
     */
    public static ManagerFile open(Path directory) {
        Path file = directory.resolve(NAME);
        boolean kept = Files.exists(file) && StateFile.isIn(directory);
        return new ManagerFile(file, kept ? ManagerChangesYaml.read(file) : ManagerChanges.NONE);
    }

    /**
     * The same at a start: what was left by a database that is no more is deleted, before the next one begins in its
     * directory.
     */
    public static ManagerFile openToStart(Path directory) {
        if (!StateFile.isIn(directory)) {
            delete(directory.resolve(NAME));
        }
        return open(directory);
    }

    private static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                SyncedFiles.syncDirectory(file.getParent());
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", file, trouble);
        }
    }

    /** What is kept now; a change that is being written does not hold up who asks. */
    public ManagerChanges changes() {
        return changes.value();
    }

    /**
     * Changes what is kept.
     *
     * @throws io.hotcopy.problem.HotCopyException when it cannot be written; then the present changes are still kept
     */
    public void change(UnaryOperator<ManagerChanges> change) {
        changes.change(change);
    }
}
