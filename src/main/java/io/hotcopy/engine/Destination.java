package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(existing)) {
            return problem("Failed to create backup set " + directory + ": Not a directory");
        }
        return unwritable(existing);
    }

    /**
     * Makes the directories between the root and this one, each safe from a crash. Another hot copy may be making the
     * same ones.
     *
     * @throws HotCopyException when the disk does not let it, or the root is not there any more
     */
    void makeParents() {
        if (!Files.isDirectory(root)) {
            throw new HotCopyException("Failed to create backup set " + directory + ": No such file or directory");
        }
        Deque<Path> missing = new ArrayDeque<>();
        for (Path above = parent(); !Files.isDirectory(above); above = above.getParent()) {
            missing.push(above);
        }
        for (Path next : missing) {
            try {
                make(next);
            } catch (IOException trouble) {
                throw FileTrouble.cannot("create directory", next, trouble);
            }
        }
    }

    private static void make(Path next) throws IOException {
        try {
            SyncedFiles.createDirectory(next);
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(next)) {
                throw raced;
            }
        }
        SyncedFiles.syncDirectory(next.getParent());
    }

    /** The lowest of what is there above this directory. */
    Path nearestExisting() {
        Path existing = parent();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private Path parent() {
        return directory.toAbsolutePath().getParent();
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
