package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A restored archive that is laid in the place of a stopped storage manager's, so that its SYNC gets the difference
 * only. What lay there is kept beside it.
 */
final class SeededArchive {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

    private final StartContext context;
    private final StorageManager manager;
    private final Path source;

    private SeededArchive(StartContext context, StorageManager manager, Path source) {
        this.context = context;
        this.manager = manager;
        this.source = source;
    }

    /** @throws HotCopyException when no restored archive of this number is there */
    static SeededArchive find(StartContext context, StorageManager manager, Path from) {
        ArchiveId archive = manager.archive();
        Path source = RestoredArchives.elsewhere(from, archive)
                .orElseThrow(() -> new HotCopyException(
                        "there is no restored archive " + archive + " in \"" + from + "\"",
                        "Expected is that archive itself, or a directory that holds it as archive-" + archive + "."));
        if (source.toAbsolutePath().startsWith(context.directory().toAbsolutePath())) {
            throw new HotCopyException(
                    "\"" + source + "\" lies in the database's own directory", "Restore a backup set somewhere else.");
        }
        return new SeededArchive(context, manager, source);
    }

    /** @throws HotCopyException when it is no restored one, or cannot come into this database; changes nothing */
    void requireAdmitted(DatabaseState state, CommitNumber stable) {
        new ArchiveAdmission(context, state, manager, stable, source).look();
        if (ArchiveIdentityYaml.read(source).restored().isEmpty()) {
            throw new HotCopyException(
                    "\"" + source + "\" is the archive of a storage manager, not a restored one",
                    "Restore a backup set of it first.");
        }
    }

    /** Gives where the archive before is kept; a crash leaves the place empty at worst, with both beside it. */
    Optional<Path> moveIn() {
        Path place = context.archive(manager.archive());
        SwappedDirectory.settle(place);
        Optional<Path> kept = Files.exists(place) ? Optional.of(keptAs(place)) : Optional.empty();
        try {
            if (kept.isPresent()) {
                SyncedFiles.rename(place, kept.get());
            }
            MovedTree.move(source, place);
            return kept;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("move", source, trouble);
        }
    }

    private Path keptAs(Path place) {
        Instant now = context.environment().clock().instant();
        return place.resolveSibling(place.getFileName() + ".before-" + TIME.format(now.atOffset(ZoneOffset.UTC)));
    }
}
