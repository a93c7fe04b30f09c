package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Builds what a simple hot copy makes, which is an archive and no backup set: files in {@code <directory>.incomplete},
 * renamed into place when all are there. {@link #create} may be called by several threads; the rest by one.
 */
public final class SimpleCopyWriter {

    /** What ends the name of a directory that is not whole. */
    private static final String INCOMPLETE = ".incomplete";

    private final Path directory;
    private final Path building;
    private final Set<String> begun = new HashSet<>();
    private long finishedBytes;
    private int finishedFiles;

    private SimpleCopyWriter(Path directory) {
        this.directory = directory;
        this.building = incomplete(directory);
    }

    /** Where the copy for a directory is built. */
    public static Path incomplete(Path directory) {
        return directory.resolveSibling(directory.getFileName() + INCOMPLETE);
    }

    /**
     * Takes possession by creating {@code <directory>.incomplete}: of two writers, one fails here.
     *
     * @param directory must not exist or be empty; its parent must exist
     * @throws HotCopyException when it cannot be used; what lies there is untouched
     */
    public static SimpleCopyWriter begin(Path directory) {
        SimpleCopyWriter writer = new SimpleCopyWriter(directory);
        try {
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !SyncedFiles.isEmpty(directory)) {
                throw new HotCopyException(
                        "cannot make archive \"" + directory + "\": the directory is not empty",
                        "A simple hot copy needs a directory that does not exist yet or is empty.");
            }
            SyncedFiles.createDirectory(writer.building);
            return writer;
        } catch (FileAlreadyExistsException taken) {
            throw new HotCopyException(
                    "Unable to create archive directory \"" + writer.building + "\" (File exists)",
                    taken,
                    "Another hot copy is making it, or one was broken off: if none is running, delete it.");
        } catch (NoSuchFileException parent) {
            throw new HotCopyException(
                    "Unable to create archive directory \"" + writer.building + "\" (No such file or directory)",
                    parent,
                    "Create the directory \"" + directory.getParent() + "\" first.");
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create archive directory", writer.building, trouble);
        }
    }

    /** The directory in which the files lie until {@link #publish}. */
    public Path building() {
        return building;
    }

    /** Bytes of all finished files. */
    public synchronized long finishedBytes() {
        return finishedBytes;
    }

    /**
     * Creates a file of the archive.
     *
     * @param name path relative to the archive, with {@code /} as separator; each only once
     * @throws HotCopyException when it cannot be created
     */
    public synchronized ElementFileWriter create(String name) {
        Path file = RelativeName.resolve(building, name);
        if (!begun.add(name)) {
            throw new IllegalStateException("file \"" + name + "\" was already begun in this archive");
        }
        try {
            SyncedFiles.createDirectories(building, file.getParent());
            return new ElementFileWriter(name, file, UncachedFile.create(file), this::finished);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", file, trouble);
        }
    }

    private synchronized void finished(DataFile file) {
        finishedBytes += file.size();
        finishedFiles++;
    }

    /**
     * Syncs every directory that was built.
     *
     * @throws HotCopyException when the disk fails
     */
    public synchronized void seal() {
        if (finishedFiles != begun.size()) {
            throw new IllegalStateException("sealed while files are being written");
        }
        try {
            SyncedFiles.syncDirectoryTree(building);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("sync", building, trouble);
        }
    }

    /**
     * Renames it into place and syncs the parent. When this throws, the archive may or may not be seen; what is seen is
     * complete.
     *
     * @throws HotCopyException when the disk fails, or something has come into the directory meanwhile
     */
    public void publish() {
        try {
            SyncedFiles.rename(building, directory);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("publish", directory, trouble);
        }
    }

    /** Whether it has been renamed into place. */
    public boolean isVisible() {
        return !Files.exists(building, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(directory);
    }

    /**
     * Removes what was built; not to be called once it is visible.
     *
     * @throws HotCopyException when something cannot be removed; its name says that it is incomplete
     */
    public void abandon() {
        try {
            SyncedFiles.deleteTree(building);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("remove", building, trouble);
        }
    }
}
