package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes a set, in steps that a crash may come between. Its identity is renamed first: to {@code set.yaml.claimed}, as
 * long as it might be given back whole, then to {@code set.yaml.expired}; and deleted last. So a set that is being
 * deleted is never taken for one that is whole or damaged, and is known again after a crash. Used by one thread, which
 * has the set {@linkplain SetUse#alone alone}.
 */
public final class SetRemoval {

    /** How far the deletion of a set has come. */
    public enum Stage {
        /** It is still whole: whoever claimed it will delete it or give it back. */
        CLAIMED,
        /** It is not whole any more, or may not be. */
        EXPIRED
    }

    private static final int TRIES = 8;

    private final Path set;

    /** @param set its directory */
    public SetRemoval(Path set) {
        this.set = set;
    }

    /** How far the deletion of a directory has come that is or was a set; empty when none was begun. */
    public static Optional<Stage> stage(Path set) {
        if (exists(set.resolve(SetLayout.EXPIRED_FILE))) {
            return Optional.of(Stage.EXPIRED);
        }
        return exists(set.resolve(SetLayout.CLAIMED_FILE)) ? Optional.of(Stage.CLAIMED) : Optional.empty();
    }

    static boolean isBegun(Path set) {
        return stage(set).isPresent();
    }

    static HotCopyException beingDeleted(Path set) {
        return new HotCopyException(
                "backup set \"" + set + "\" is being deleted",
                "expire deletes what nothing needs, list shows the rest.");
    }

    /**
     * What lies in the set that no hot copy has put there, since that is not ours to delete.
     *
     * @return the first of it; empty when all is ours
     * @throws HotCopyException when it cannot be looked at
     */
    public Optional<Path> foreign() {
        try {
            for (Path child : children(set)) {
                Optional<Path> found = foreign(child);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", set, trouble);
        }
    }

    private static Optional<Path> foreign(Path child) throws IOException {
        String name = child.getFileName().toString();
        if (SetLayout.FILES.contains(name)) {
            return Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS) ? Optional.empty() : Optional.of(child);
        }
        if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(child);
        }
        if (name.equals(SetLayout.TMP)) {
            for (Path building : children(child)) {
                boolean ours = building.getFileName().toString().equals(SetLayout.SET_FILE)
                        || ElementDirectory.parse(building.getFileName().toString())
                                .isPresent();
                if (!ours) {
                    return Optional.of(building);
                }
            }
            return Optional.empty();
        }
        return ElementDirectory.parse(name).isPresent() ? foreignInElement(child) : Optional.of(child);
    }

    /** Of an element whose manifest cannot be read, all below {@code data} is taken for its own. */
    private static Optional<Path> foreignInElement(Path element) throws IOException {
        for (Path child : children(element)) {
            String name = child.getFileName().toString();
            if (!name.equals(SetLayout.CONTROL) && !name.equals(SetLayout.DATA)) {
                return Optional.of(child);
            }
        }
        Optional<Set<Path>> known = listed(element);
        return known.isEmpty() ? Optional.empty() : FirstFile.outside(element, known.orElseThrow());
    }

    private static Optional<Set<Path>> listed(Path element) throws IOException {
        Path manifest = element.resolve(SetLayout.CONTROL).resolve(SetLayout.MANIFEST);
        Set<Path> files = new HashSet<>(Set.of(manifest));
        try {
            ManifestYaml.Parts parts = ManifestYaml.open(manifest, Files.readAllBytes(manifest));
            parts.readFiles().forEach(file -> files.add(file.in(element.resolve(SetLayout.DATA))));
            return Optional.of(files);
        } catch (HotCopyException | NoSuchFileException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Hides the set from all who look for sets; it stays whole.
     *
     * @throws HotCopyException when the disk fails; then it may be claimed or not
     */
    public void claim() {
        rename(SetLayout.SET_FILE, SetLayout.CLAIMED_FILE, "claim");
    }

    /** Takes a claim back. */
    public void giveBack() {
        rename(SetLayout.CLAIMED_FILE, SetLayout.SET_FILE, "give back");
    }

    /** From here on it is not whole any more, whatever happens. */
    public void condemn() {
        rename(SetLayout.CLAIMED_FILE, SetLayout.EXPIRED_FILE, "delete");
    }

    private void rename(String from, String to, String doing) {
        try {
            SyncedFiles.rename(set.resolve(from), set.resolve(to));
        } catch (IOException trouble) {
            throw FileTrouble.cannot(doing, set, trouble);
        }
    }

    /**
     * Deletes a condemned set: its elements first, then its lock, so that nobody takes it meanwhile, its identity last.
     *
     * @throws HotCopyException when it is not condemned, or something cannot be deleted; to be gone on with at another
     *     time
     */
    public void delete() {
        Path identity = set.resolve(SetLayout.EXPIRED_FILE);
        if (!exists(identity)) {
            throw new HotCopyException("\"" + set + "\" is not deleted: it is no backup set whose deletion was begun");
        }
        Path lock = set.resolve(SetLayout.LOCK);
        try {
            for (Path child : children(set)) {
                if (!child.equals(identity) && !child.equals(lock)) {
                    SyncedFiles.deleteTree(child);
                }
            }
            Files.deleteIfExists(lock);
            SyncedFiles.syncDirectory(set);
            deleteLast(identity);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", set, trouble);
        }
    }

    /** Who looked for the set before may have made its lock once more. */
    private void deleteLast(Path identity) throws IOException {
        Files.delete(identity);
        Path parent = set.toAbsolutePath().getParent();
        for (int tries = 1; ; tries++) {
            try {
                Files.delete(set);
                SyncedFiles.syncDirectory(parent);
                return;
            } catch (DirectoryNotEmptyException lockedAgain) {
                if (tries == TRIES) {
                    throw lockedAgain;
                }
                Files.deleteIfExists(set.resolve(SetLayout.LOCK));
            }
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            children.forEach(found::add);
        }
        return found;
    }
}
