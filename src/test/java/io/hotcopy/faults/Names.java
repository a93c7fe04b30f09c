package io.hotcopy.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The creations, renames and deletions that no sync of their directory has made safe, in the order in which they were
 * made, and how to take them back. Not thread-safe.
 *
 * <p>Each change speaks of where its file lies now: when the file, or a directory above it, is renamed, the change
 * follows. So a name that was created, moved and then synced at its new place is safe, and a file that was created in a
 * directory which was moved and never synced is not.
 */
final class Names {

    /** One change of a directory. */
    private sealed interface Change {

        /** The directory whose sync makes it safe. */
        Path directory();

        /** The same change after paths were renamed. */
        Change follow(UnaryOperator<Path> renaming);
    }

    private record Created(Path path) implements Change {
        @Override
        public Path directory() {
            return path.getParent();
        }

        @Override
        public Change follow(UnaryOperator<Path> renaming) {
            return new Created(renaming.apply(path));
        }
    }

    private record Deleted(Path path, Path aside) implements Change {
        @Override
        public Path directory() {
            return path.getParent();
        }

        @Override
        public Change follow(UnaryOperator<Path> renaming) {
            return new Deleted(renaming.apply(path), aside);
        }
    }

    private record Renamed(Path from, Path to, Optional<Path> replaced) implements Change {
        @Override
        public Path directory() {
            return to.getParent();
        }

        @Override
        public Change follow(UnaryOperator<Path> renaming) {
            return new Renamed(renaming.apply(from), renaming.apply(to), replaced);
        }
    }

    private static final AtomicLong KEPT_ASIDE = new AtomicLong();

    private final Path aside;
    private final List<Change> changes = new ArrayList<>();

    /** @param aside a directory of the same file system for files that were deleted or replaced; made when needed */
    Names(Path aside) {
        this.aside = aside;
    }

    void created(Path path) {
        changes.add(new Created(path));
    }

    /** To be called before a file is deleted: keeps its content aside. Gives where. */
    Path deleting(Path file) throws IOException {
        Path place = place();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createLink(place, file);
        }
        return place;
    }

    void deleted(Path path, Path place) {
        follow(path, place);
        changes.add(new Deleted(path, place));
    }

    void renamed(Path from, Path to, Optional<Path> replaced) {
        replaced.ifPresent(place -> follow(to, place));
        follow(from, to);
        changes.add(new Renamed(from, to, replaced));
    }

    void synced(Path directory) {
        changes.removeIf(change -> change.directory().equals(directory));
    }

    /**
     * Takes changes back, the last first. Of each directory a first part stays; how much is chosen: either as in a file
     * system that keeps the order over all directories, or for each directory by itself.
     *
     * @param moved told of every rename that was taken back, so that others can follow too
     */
    void takeBack(SplittableRandom choices, Moved moved) throws IOException {
        boolean ordered = choices.nextBoolean();
        int staying = choices.nextInt(changes.size() + 1);
        Map<Path, Integer> stayingIn = new HashMap<>();
        changes.stream().collect(Collectors.groupingBy(Change::directory, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(in -> stayingIn.put(in.getKey(), choices.nextInt(Math.toIntExact(in.getValue()) + 1)));
        List<Boolean> stays = new ArrayList<>();
        Map<Path, Integer> seen = new HashMap<>();
        for (int index = 0; index < changes.size(); index++) {
            Path directory = changes.get(index).directory();
            int place = seen.merge(directory, 1, Integer::sum);
            stays.add(ordered ? index < staying : place <= stayingIn.get(directory));
        }
        for (int index = changes.size() - 1; index >= 0; index--) {
            Change change = changes.remove(index);
            if (!stays.get(index)) {
                takeBack(change, moved);
            }
        }
    }

    /** Hears that a file or directory lies elsewhere now. */
    interface Moved {
        void moved(Path from, Path to);
    }

    private void takeBack(Change change, Moved moved) throws IOException {
        if (change instanceof Created created) {
            deleteTree(created.path());
        } else if (change instanceof Deleted deleted) {
            bringBack(deleted.aside(), deleted.path(), moved);
        } else if (change instanceof Renamed renamed && Files.exists(renamed.to(), LinkOption.NOFOLLOW_LINKS)) {
            takeBack(renamed, moved);
        }
    }

    private void takeBack(Renamed renamed, Moved moved) throws IOException {
        if (Files.isDirectory(renamed.from().getParent())) {
            Files.move(renamed.to(), renamed.from(), StandardCopyOption.REPLACE_EXISTING);
        } else {
            deleteTree(renamed.to());
        }
        follow(renamed.to(), renamed.from());
        moved.moved(renamed.to(), renamed.from());
        if (renamed.replaced().isPresent()) {
            bringBack(renamed.replaced().get(), renamed.to(), moved);
        }
    }

    private void bringBack(Path place, Path path, Moved moved) throws IOException {
        if (!Files.isDirectory(path.getParent()) || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(place, path);
        } else {
            Files.createDirectory(path);
        }
        follow(place, path);
        moved.moved(place, path);
    }

    private void follow(Path from, Path to) {
        changes.replaceAll(change -> change.follow(path -> moved(path, from, to)));
    }

    static Path moved(Path path, Path from, Path to) {
        return path.startsWith(from) ? to.resolve(from.relativize(path)).normalize() : path;
    }

    private Path place() throws IOException {
        Files.createDirectories(aside);
        return aside.resolve(Long.toString(KEPT_ASIDE.incrementAndGet()));
    }

    private static void deleteTree(Path directory) throws IOException {
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
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
