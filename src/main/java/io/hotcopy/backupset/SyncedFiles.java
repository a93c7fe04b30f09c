package io.hotcopy.backupset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that belong to us alone (0600, 0700) and that a crash cannot take back: what is written here is
 * synced before it is renamed, and a directory is synced after a name in it changed. Stateless; any thread.
 */
public final class SyncedFiles {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private SyncedFiles() {}

    /** Creates a directory for us alone; its parent must exist and it must not. */
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, PRIVATE_DIRECTORY);
    }

    /** Creates the directories from {@code root}, which exists, down to {@code directory} where they are missing. */
    public static void createDirectories(Path root, Path directory) throws IOException {
        if (directory.equals(root) || Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        createDirectories(root, directory.getParent());
        createDirectory(directory);
    }

    /**
     * Makes a directory and those above it where they are missing, each for us alone and safe from a crash. Others may
     * be making the same ones.
     */
    public static void makeDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        makeDirectories(directory.toAbsolutePath().getParent());
        try {
            createDirectory(directory);
        } catch (FileAlreadyExistsException byAnother) {
            if (!Files.isDirectory(directory)) {
                throw byAnother;
            }
        }
        syncDirectory(directory.toAbsolutePath().getParent());
    }

    /** Creates a file for us alone, open for writing; it must not exist. */
    public static FileChannel createFile(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE);
    }

    /** Creates a file with this content and syncs it; its name is safe only after {@link #syncDirectory}. */
    public static void writeFile(Path file, byte[] content) throws IOException {
        try (FileChannel channel = createFile(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes the names in a directory survive a crash. */
    public static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes the names in a directory and in all directories below it survive a crash, the lowest first. */
    public static void syncDirectoryTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                syncDirectory(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Renames within one file system in one step, then syncs both parents. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(to.getParent());
        if (!from.getParent().equals(to.getParent())) {
            syncDirectory(from.getParent());
        }
    }

    /** Deletes a directory and all below it, following no links; does nothing when it is not there. */
    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether a directory holds nothing. */
    public static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            return !children.iterator().hasNext();
        }
    }
}
