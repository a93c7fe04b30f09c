package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the archive of a storage manager that is added lies, or is to lie: apart from everything that the domain has,
 * and with nothing in it that must not be there. Changes nothing.
 */
final class NewPlace {

    private final StartContext context;
    private final StorageManager manager;
    private final Path directory;

    /** @param directory absolute */
    NewPlace(StartContext context, StorageManager manager, Path directory) {
        this.context = context;
        this.manager = manager;
        this.directory = directory;
    }

    /** @throws HotCopyException when somebody else has it, or has what lies above or below it */
    void requireApart() {
        if (!directory.isAbsolute()) {
            throw new HotCopyException(
                    "\"" + directory + "\" is not an absolute path", "Name the directory by its whole path.");
        }
        Path real = real(directory);
        for (StorageManager other : context.managers().all()) {
            Path its = context.archive(other.archive());
            if (overlap(real, real(its))) {
                throw new HotCopyException(
                        "\"" + directory + "\" is taken: archive " + other.archive() + " lies in \"" + its + "\"",
                        "Choose a directory of its own.");
            }
        }
        Path home = context.directory().toAbsolutePath().getParent();
        boolean isOwnPlace = real.equals(real(context.managers().place(manager.archive())));
        if (overlap(real, real(home)) && !isOwnPlace) {
            throw new HotCopyException(
                    "\"" + directory + "\" is taken: the domain \""
                            + context.domain().name() + "\" lives in \"" + home + "\"",
                    "Choose a directory outside of it.");
        }
        requireRoomBeside();
    }

    private static boolean overlap(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** What lies where a SYNC builds an archive anew would be deleted by it. */
    private void requireRoomBeside() {
        for (Path needed : List.of(SwappedDirectory.beside(directory), SwappedDirectory.before(directory))) {
            if (Files.exists(needed, LinkOption.NOFOLLOW_LINKS)) {
                throw new HotCopyException(
                        "\"" + needed + "\" is there, and is needed by every SYNC into \"" + directory + "\"",
                        "Move it away, or choose another directory.");
            }
        }
    }

    /** Links resolved as far as it exists; of a disk that answers nothing, not even the root seems to. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path existing = absolute;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("look at", existing, trouble);
        }
    }

    /**
     * Whether the archive of this number lies there that was removed from the database and left on disk.
     *
     * @throws HotCopyException when it cannot be read whose archive it is
     */
    boolean holdsOwn(DatabaseState state) {
        Optional<KnownArchive> known = Optional.ofNullable(state.archives().get(manager.archive()));
        if (known.isEmpty() || !ArchiveIdentityYaml.exists(directory)) {
            return false;
        }
        ArchiveIdentity identity = ArchiveIdentityYaml.read(directory);
        return identity.databaseUuid().equals(state.databaseUuid())
                && identity.archive().equals(manager.archive())
                && identity.archiveUuid().equals(known.get().uuid());
    }

    /** @throws HotCopyException when there is anything */
    void requireEmpty() {
        if (!isVacant(directory)) {
            throw new HotCopyException(
                    "\"" + directory + "\" is not empty",
                    "Choose a directory that does not exist yet or is empty.",
                    "If it holds a restored archive that is to be used, say so: --restored.");
        }
    }

    /** Whether nothing is there, or an empty directory. */
    static boolean isVacant(Path directory) {
        try {
            return Files.isDirectory(directory)
                    ? SyncedFiles.isEmpty(directory)
                    : !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("look into", directory, trouble);
        }
    }

    /**
     * Looks at a restored archive that lies there, and is to be used where it lies.
     *
     * @param stable no archive of this life may hold a commit after it
     * @throws HotCopyException when it is none, or cannot come into this database
     */
    void requireRestored(DatabaseState state, CommitNumber stable) {
        if (isVacant(directory)) {
            throw new HotCopyException(
                    "there is no restored archive in \"" + directory + "\"", "Restore a backup set into it first.");
        }
        new ArchiveAdmission(context, state.withoutArchive(manager.archive()), manager, stable, directory).look();
        ArchiveIdentity identity = ArchiveIdentityYaml.read(directory);
        if (identity.restored().isEmpty()) {
            throw new HotCopyException(
                    "\"" + directory + "\" is the archive of a storage manager, not a restored one",
                    "Restore a backup set of it first.");
        }
        twin(state, identity).ifPresent(other -> {
            throw new HotCopyException(
                    "the restored archive in \"" + directory + "\" is archive " + other + " already",
                    "Restore the backup set once more for another one.");
        });
    }

    private Optional<ArchiveId> twin(DatabaseState state, ArchiveIdentity identity) {
        return context.managers().all().stream()
                .map(StorageManager::archive)
                .filter(other -> Optional.ofNullable(state.archives().get(other))
                        .filter(known -> known.uuid().equals(identity.archiveUuid()))
                        .isPresent())
                .findFirst();
    }
}
