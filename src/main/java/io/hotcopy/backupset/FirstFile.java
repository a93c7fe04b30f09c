package io.hotcopy.backupset;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/** Looks for a file below a directory that is not among those that are known there. */
final class FirstFile extends SimpleFileVisitor<Path> {

    private final Set<Path> known;
    private Optional<Path> found = Optional.empty();

    private FirstFile(Set<Path> known) {
        this.known = known;
    }

    /** @return a file, or a link or whatever else, that is not known; empty when there is none */
    static Optional<Path> outside(Path directory, Set<Path> known) throws IOException {
        FirstFile search = new FirstFile(known);
        Files.walkFileTree(directory, search);
        return search.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && known.contains(file)) {
            return FileVisitResult.CONTINUE;
        }
        found = Optional.of(file);
        return FileVisitResult.TERMINATE;
    }
}
