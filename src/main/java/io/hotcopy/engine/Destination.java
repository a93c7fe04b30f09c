package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SimpleCopyWriter;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory in which a backup set shall be made, or an archive by a simple hot copy.
 *
 * @param root must exist; the directories below it are made as needed
 * @param directory as planned, below the root
 * @param simple whether it is to become an archive
 */
record Destination(Path root, Path directory, boolean simple) {
    private static final String SAME_SECOND =
            "If its name ends in the time of this second, the run just before has taken it: try again.";

    static Destination of(HotCopyStep.Member member, HotCopyType type) {
        return new Destination(member.root(), member.directory(), type == HotCopyType.SIMPLE);
    }

    static Destination of(Part part) {
        return of(part.planned(), part.type());
    }

    /** What would keep the copy from being made there; in the words of the failure itself. */
    Optional<Problem> obstacle() {
        if (Files.isDirectory(directory)) {
            return occupied().or(() -> unwritable(directory));
        }
        if (!Files.exists(root)) {
            return problem(
                    failed("No such file or directory"),
                    "Create the directory \"" + root + "\" first, or mount what belongs there; what lies below it is"
                            + " made as needed.");
        }
        if (simple && Files.exists(SimpleCopyWriter.incomplete(directory), LinkOption.NOFOLLOW_LINKS)) {
            return problem(
                    failed("File exists"),
                    "Another hot copy is making it, or one was broken off: if none is running, delete it.");
        }
        Path existing = nearestExisting();
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(existing)) {
            return problem(failed("Not a directory"));
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
            throw new HotCopyException(failed("No such file or directory"));
        }
        Path parent = parent();
        try {
            SyncedFiles.makeDirectories(parent);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create directory", parent, trouble);
        }
    }

    /** The vendor's sentence for a directory that cannot be made. */
    private String failed(String reason) {
        return simple
                ? "Unable to create archive directory \"" + SimpleCopyWriter.incomplete(directory) + "\" (" + reason
                        + ")"
                : "Failed to create backup set " + directory + ": " + reason;
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
        if (simple) {
            return problem(
                    "cannot make archive \"" + directory + "\": the directory is not empty",
                    "A simple hot copy needs a directory that does not exist yet or is empty.",
                    SAME_SECOND);
        }
        return problem(
                "cannot create backup set \"" + directory + "\": "
                        + (isSet() ? "it already is a backup set" : "the directory is not empty"),
                "A full hot copy needs a directory that does not exist yet or is empty; put date and time into its"
                        + " name.",
                SAME_SECOND);
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
