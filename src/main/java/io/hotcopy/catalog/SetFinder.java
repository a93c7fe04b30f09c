package io.hotcopy.catalog;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds directories that may be sets below other directories; it does not look into sets, and follows no links. */
final class SetFinder extends SimpleFileVisitor<Path> {

    /** {@code {group}/{database}/{date}/archive-{archive}} has four levels; room for twice that and some more. */
    private static final int DEPTH = 10;

    private final SortedSet<Path> found = new TreeSet<>();
    private final SortedMap<Path, String> unread = new TreeMap<>();

    /** Looks at a directory, which may be a link, and below it; one that does not exist has no sets. */
    void look(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            Files.walkFileTree(root.resolve("."), EnumSet.noneOf(FileVisitOption.class), DEPTH, this);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", root, trouble);
        }
    }

    /** Looks at a directory and no further: whether it may be a set that was not found before. */
    boolean isNewSet(Path place) {
        try {
            return BackupSet.isLikely(place) && found.add(place);
        } catch (HotCopyException trouble) {
            unread.put(place, trouble.getMessage());
            return false;
        }
    }

    /** The directories found so far, in order of their paths. */
    SortedSet<Path> found() {
        return found;
    }

    /** What could not be read, and why. */
    SortedMap<Path, String> unread() {
        return unread;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (BackupSet.isLikely(directory)) {
            found.add(directory.normalize());
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
        Path plain = file.normalize();
        unread.put(plain, FileTrouble.cannot("read", plain, trouble).getMessage());
        return FileVisitResult.CONTINUE;
    }
}
