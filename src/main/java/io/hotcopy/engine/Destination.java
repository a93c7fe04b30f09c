package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.plan.HotCopyStep;
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
 * @param root must exist; the directories below it are made as needed
 * @param directory as planned, below the root
 */
record Destination(Path root, Path directory) {

    static Destination of(HotCopyStep.Member member) {
        return new Destination(member.root(), member.directory());
    }

    /** What would keep the set from being made there; in the words of the failure itself. */
    Optional<Problem> obstacle() {
        if (Files.isDirectory(directory)) {
            return occupied().or(() -> unwritable(directory));
        }
        if (!Files.exists(root)) {
            return problem(
                    "Failed to create backup set " + directory + ": No such file or directory",
                    "Create the directory \"" + root + "\" first, or mount what belongs there; what lies below it is"
                            + " made as needed.");
        }
        Path existing = nearestExisting();
        if (!Files.isDirectory(existing)) {
            return problem("Failed to create backup set " + directory + ": Not a directory");
        }
        return unwritable(existing);
    }

    /**
     * Makes the directories between the root and this one, each safe from a crash.
     *
     * @throws HotCopyException when the disk does not let it
     */
    void makeParents() {
        try {
            Path above = nearestExisting();
            SyncedFiles.createDirectories(above, directory.getParent());
            for (Path made = directory.getParent(); !made.equals(above); made = made.getParent()) {
                SyncedFiles.syncDirectory(made.getParent());
            }
        } catch (IOException trouble) {
            throw new HotCopyException(
                    "Failed to create backup set " + directory + ": " + trouble.getMessage(), trouble);
        }
    }

    /** The lowest of the directories above this one that is there; at most the root. */
    Path nearestExisting() {
        Path existing = directory.getParent();
        while (!existing.equals(root) && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing;
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
