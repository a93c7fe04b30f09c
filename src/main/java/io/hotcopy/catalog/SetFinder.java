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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds directories that may be sets below other directories; it does not look into sets, and follows no links. */
final class SetFinder extends SimpleFileVisitor<Path> {

    /** {@code {group}/{database}/{date}/archive-{archive}} has four levels; room for twice that and some more. */
    private static final int DEPTH = 10;

    /** Of each directory that is being looked into, the innermost first: what it holds besides sets. */
    private final Deque<Foreign> within = new ArrayDeque<>();

    private final List<Path> foreign = new ArrayList<>();
    private final SortedSet<Path> found = new TreeSet<>();
    private final SortedMap<Path, String> unread = new TreeMap<>();

    /** A directory on the way to others. */
    private static final class Foreign {
        private final List<Path> directories = new ArrayList<>();
        private boolean holdsSet;

        void hasSet() {
            holdsSet = true;
        }
    }

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

    /** Directories that hold no set and lie in none, of those that lie in each other the uppermost. */
    List<Path> foreign() {
        return foreign;
    }

    /** What could not be read, and why. */
    SortedMap<Path, String> unread() {
        return unread;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (BackupSet.isLikely(directory)) {
            found.add(directory.normalize());
            within.forEach(Foreign::hasSet);
            return FileVisitResult.SKIP_SUBTREE;
        }
        within.push(new Foreign());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException trouble) throws IOException {
        Foreign left = within.pop();
        List<Path> told = left.holdsSet ? left.directories : List.of(directory.normalize());
        (within.isEmpty() ? foreign : within.peek().directories).addAll(told);
        return super.postVisitDirectory(directory, trouble);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
        Path plain = file.normalize();
        unread.put(plain, FileTrouble.cannot("read", plain, trouble).getMessage());
        return FileVisitResult.CONTINUE;
    }
}
