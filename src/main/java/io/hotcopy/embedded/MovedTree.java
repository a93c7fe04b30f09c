package io.hotcopy.embedded;

import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Moves a directory: by rename, or, to another file system, by a copy that leaves the source where it is. */
final class MovedTree {

    private MovedTree() {}

    /** The target must not exist; it is there as a whole, and on disk, or not at all. */
    static void move(Path source, Path target) throws IOException {
        try {
            SyncedFiles.rename(source, target);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Path incomplete = target.resolveSibling(target.getFileName() + ".incomplete");
            SyncedFiles.deleteTree(incomplete);
            copy(source, incomplete);
            OwnedFiles.secure(incomplete);
            SyncedFiles.rename(incomplete, target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                SyncedFiles.createDirectory(target.resolve(source.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(source.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
