package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory in which a backup set shall be made.
 *
 * @param directory as planned
 */
record Destination(Path directory) {

    /** What would keep the set from being made there; in the words of the failure itself. */
    Optional<Problem> obstacle() {
        Path parent = parent();
        if (Files.isDirectory(directory)) {
            return occupied().or(() -> unwritable(directory));
        }
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) || Files.exists(parent) && !Files.isDirectory(parent)) {
            return problem("Failed to create backup set " + directory + ": Not a directory");
        }
        if (!Files.exists(parent)) {
            return problem(
                    "Failed to create backup set " + directory + ": No such file or directory",
                    "Create the directory \"" + parent + "\" first; only the last part is made.");
        }
        return unwritable(parent);
    }

    /** The directory that must exist. */
    Path parent() {
        Path parent = directory.getParent();
        return parent == null ? directory.toAbsolutePath().getParent() : parent;
    }

    private Optional<Problem> occupied() {
        try {
            if (SyncedFiles.isEmpty(directory)) {
                return Optional.empty();
            }
        } catch (IOException unreadable) {
            return unwritable(directory);
        }
        return problem(
                "cannot create backup set \"" + directory + "\": "
                        + (isSet() ? "it already is a backup set" : "the directory is not empty"),
                "A full hot copy needs a directory that does not exist yet or is empty; put date and time into its"
                        + " name.");
    }

    private boolean isSet() {
        try {
            BackupSet.identity(directory);
            return true;
        } catch (NotASetException foreign) {
            return false;
        } catch (HotCopyException damagedOrTooNew) {
            return true;
        }
    }

    private static Optional<Problem> unwritable(Path existing) {
        return Files.isWritable(existing) && Files.isExecutable(existing)
                ? Optional.empty()
                : problem(
                        "cannot create backup set in \"" + existing + "\": permission denied",
                        "Check the owner and the permissions of that path.");
    }

    private static Optional<Problem> problem(String message, String... hints) {
        return Optional.of(new Problem(Problem.Severity.ERROR, message, List.of(hints), Optional.empty()));
    }
}
