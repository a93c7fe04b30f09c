package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a backup set and the elements in it. Everything is written once: the identity at initialisation, an element in
 * {@code tmp/} until it is renamed into place. One writer a set; its elements may be built by several threads.
 */
public final class BackupSetWriter {

    private final SetFacts set;

    private BackupSetWriter(SetFacts set) {
        this.set = set;
    }

    /**
     * Creates a set: its directory, {@code tmp/} and {@code set.yaml}, all synced. From here on it is the archive's
     * newest set (M23, M26), and half-made until its full is published.
     *
     * @param set the identity; {@code location} is where it will lie, which must not exist or be an empty directory,
     *     and whose parent must exist; no elements
     * @throws HotCopyException when the directory cannot be used; what lies there is untouched
     */
    public static BackupSetWriter initialise(SetFacts set) {
        if (!set.elements().isEmpty()) {
            throw new IllegalArgumentException("a new set has no elements");
        }
        Path directory = set.location();
        boolean created = claim(directory);
        try {
            writeIdentity(set);
        } catch (IOException trouble) {
            HotCopyException problem = FileTrouble.cannot("create backup set", directory, trouble);
            takeBack(directory, created, problem);
            throw problem;
        }
        return new BackupSetWriter(set);
    }

    /**
     * Goes on with a set that exists, to begin further elements in it.
     *
     * @param set as {@link BackupSet#open} read it
     */
    public static BackupSetWriter open(BackupSet set) {
        return new BackupSetWriter(set.facts());
    }

    /**
     * Removes from {@code tmp/} the elements of a type that were never published, and nothing else. Only for the one
     * whom the database lets write elements of this type into this set: then nobody else is building them.
     *
     * @throws HotCopyException when something cannot be removed
     */
    public void clearLeftovers(HotCopyType type) {
        Path tmp = set.location().resolve(SetLayout.TMP);
        try {
            for (ElementDirectory left : existing(tmp)) {
                if (left.type() == type) {
                    SyncedFiles.deleteTree(tmp.resolve(left.name()));
                }
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("clear", tmp, trouble);
        }
    }

    /** The identity it was initialised with. */
    public SetFacts set() {
        return set;
    }

    /**
     * Begins an element in {@code tmp/}.
     *
     * @param run the id of the run, which is the element's
     * @param type full, incremental or journal
     * @throws HotCopyException when its directory cannot be made, or an element of this name exists or is being built
     */
    public ElementWriter beginElement(ElementId run, HotCopyType type) {
        Path directory = set.location();
        try {
            String name = ElementDirectory.next(type, existing(directory)).name();
            if (Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new HotCopyException("backup set \"" + directory + "\" already holds element \"" + name + "\"");
            }
            return ElementWriter.begin(set, run, type, name);
        } catch (FileAlreadyExistsException taken) {
            throw new HotCopyException(
                    "another hot copy is writing into backup set \"" + directory + "\", or one was broken off",
                    taken,
                    "If no hot copy is running, take a full into a new directory; this set stays as it is.");
        } catch (IOException trouble) {
            throw FileTrouble.cannot("begin a hot copy in", directory, trouble);
        }
    }

    /** Takes possession of the directory by creating {@code tmp/} in it: of two writers, one fails here. */
    private static boolean claim(Path directory) {
        boolean created = false;
        try {
            created = createUnlessThere(directory);
            if (!created && !SyncedFiles.isEmpty(directory)) {
                throw notEmpty(directory);
            }
            SyncedFiles.createDirectory(directory.resolve(SetLayout.TMP));
            return created;
        } catch (NotDirectoryException file) {
            throw new HotCopyException("Failed to create backup set " + directory + ": Not a directory", file);
        } catch (FileAlreadyExistsException raced) {
            throw notEmpty(directory);
        } catch (NoSuchFileException parent) {
            throw new HotCopyException(
                    "Failed to create backup set " + directory + ": No such file or directory",
                    parent,
                    "Create the directory \"" + directory.getParent() + "\" first; only the last part is made.");
        } catch (IOException trouble) {
            HotCopyException problem = FileTrouble.cannot("create backup set", directory, trouble);
            takeBack(directory, created, problem);
            throw problem;
        }
    }

    private static boolean createUnlessThere(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return false;
        }
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory.toString());
        }
        SyncedFiles.createDirectory(directory);
        return true;
    }

    private static HotCopyException notEmpty(Path directory) {
        boolean isSet = Files.exists(directory.resolve(SetLayout.SET_FILE));
        return new HotCopyException(
                "cannot create backup set \"" + directory + "\": "
                        + (isSet ? "it already is a backup set" : "the directory is not empty"),
                "A full hot copy needs a directory that does not exist yet or is empty; put date and time into its"
                        + " name.");
    }

    private static void writeIdentity(SetFacts set) throws IOException {
        Path directory = set.location();
        Path building = directory.resolve(SetLayout.TMP).resolve(SetLayout.SET_FILE);
        SyncedFiles.writeFile(building, SetYaml.write(set, ToolVersion.current()));
        SyncedFiles.rename(building, directory.resolve(SetLayout.SET_FILE));
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            SyncedFiles.syncDirectory(parent);
        }
    }

    /** Removes what a failed initialisation made, and nothing that was there before. */
    private static void takeBack(Path directory, boolean created, HotCopyException problem) {
        try {
            Files.deleteIfExists(directory.resolve(SetLayout.SET_FILE));
            SyncedFiles.deleteTree(directory.resolve(SetLayout.TMP));
            if (created) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException alsoFailed) {
            problem.addSuppressed(alsoFailed);
        }
    }

    private static List<ElementDirectory> existing(Path directory) throws IOException {
        List<ElementDirectory> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                ElementDirectory.parse(child.getFileName().toString()).ifPresent(found::add);
            }
        }
        return found;
    }
}
