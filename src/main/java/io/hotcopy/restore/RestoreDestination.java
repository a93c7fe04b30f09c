package io.hotcopy.restore;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CoverStep;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory a restore makes: built as {@code <dir>.incomplete/archives}, renamed when whole. Beside it lies a
 * marker, the first thing to come and the last to go, locked by the restore that builds; so a later restore knows what
 * a crash left behind from what another is building, and from what is not ours.
 */
final class RestoreDestination {

    private static final String MARKER = "restore-in-progress";
    private static final String ARCHIVES = "archives";
    private static final byte[] MARKER_TEXT =
            "hotcopy restores into this directory; when no restore runs, it can be deleted\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final Path target;
    /** What is above the target already; directories between the two are made. */
    private final Path ground;

    private final Path incomplete;
    private final Path archives;
    private Optional<ArchiveId> only = Optional.empty();
    private boolean ours;
    private FileChannel marker;

    private RestoreDestination(Path target, Path ground) {
        this.target = target;
        this.ground = ground;
        this.incomplete = target.resolveSibling(target.getFileName() + ".incomplete");
        this.archives = incomplete.resolve(ARCHIVES);
    }

    /**
     * Makes sure that a plan can be restored to a directory; writes nothing.
     *
     * @param target must not exist, or be an empty directory; what is missing above it will be made
     * @throws HotCopyException when it cannot be used
     */
    static RestoreDestination check(Path target, RestorePlan plan) {
        List<Path> sets = plan.archives().stream()
                .flatMap(archive -> Stream.concat(
                        Stream.of(archive.set()), archive.steps().stream().map(CoverStep::set)))
                .map(SetFacts::location)
                .distinct()
                .toList();
        return check(target, sets, room(plan));
    }

    /** The base of each archive, and what is brought in over it twice: sorted in pieces, and then as a whole. */
    private static ByteSize room(RestorePlan plan) {
        long bytes = 0;
        for (ArchivePlan archive : plan.archives()) {
            bytes += archive.base().size().bytes();
            bytes += archive.steps().stream()
                    .map(CoverStep::element)
                    .distinct()
                    .mapToLong(element -> 2 * element.size().bytes())
                    .sum();
        }
        return new ByteSize(bytes);
    }

    /** As above, when only this much is known: the sets from which it will be made, and the bytes. */
    static RestoreDestination check(Path target, List<Path> sets, ByteSize size) {
        Path absolute = target.toAbsolutePath().normalize();
        Path ground = ground(absolute);
        if (!Files.isDirectory(ground)) {
            throw refused(target, "\"" + ground + "\" is not a directory", "Restore to a directory elsewhere.");
        }
        RestoreDestination destination = new RestoreDestination(absolute, ground);
        try {
            destination.checkVacant(target);
            destination.checkOutsideSets(sets);
            destination.checkSpace(size);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("restore to", target, trouble);
        }
        return destination;
    }

    /** The nearest thing above the target that is there; the root has nothing above it but itself. */
    private static Path ground(Path target) {
        Path above = target.getParent() == null ? target : target.getParent();
        while (!Files.exists(above) && above.getParent() != null) {
            above = above.getParent();
        }
        return above;
    }

    /** Makes the target the one archive of a plan itself, instead of a directory that holds it. */
    RestoreDestination of(ArchiveId archive) {
        only = Optional.of(archive);
        return this;
    }

    /** Creates {@code <dir>.incomplete} with its marker, in place of what a crashed restore left there. */
    void begin() {
        try {
            if (Files.exists(incomplete, LinkOption.NOFOLLOW_LINKS)) {
                checkLeftOver();
                deleteIncomplete();
            }
            SyncedFiles.makeDirectories(target.getParent());
            SyncedFiles.createDirectory(incomplete);
            ours = true;
            marker = SyncedFiles.createFile(incomplete.resolve(MARKER));
            if (tryLock(marker) == null) {
                throw inUse();
            }
            marker.write(ByteBuffer.wrap(MARKER_TEXT));
            marker.force(true);
            SyncedFiles.syncDirectory(incomplete);
            SyncedFiles.createDirectory(archives);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("restore into", incomplete, trouble);
        }
    }

    /** Where an archive is built. */
    Path building(ArchiveId archive) {
        return archives.resolve(directoryOf(archive));
    }

    /** Where an archive will lie. */
    Path archive(ArchiveId archive) {
        return only.isPresent() ? target : target.resolve(directoryOf(archive));
    }

    /** Makes it whole: everything synced, renamed into place, the parent synced; then the marker goes. */
    void complete() {
        try {
            SyncedFiles.syncDirectoryTree(archives);
            SyncedFiles.rename(only.map(this::building).orElse(archives), target);
            releaseMarker();
            deleteIncomplete();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("complete", target, trouble);
        }
    }

    /** Removes what this restore built, and nothing of others; trouble with that is added to what ended the restore. */
    void discard(Throwable reason) {
        boolean interrupted = Thread.interrupted();
        try {
            releaseMarker();
            if (ours) {
                deleteIncomplete();
                deleteEmptyAbove();
            }
        } catch (IOException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        } finally {
            restoreFlag(interrupted);
        }
    }

    /** A channel is closed under a thread whose flag is set, so it is taken down while syncs are still to be done. */
    private static void restoreFlag(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A crash in between leaves the marker, or a directory with nothing in it. */
    private void deleteIncomplete() throws IOException {
        SyncedFiles.deleteTree(archives);
        SyncedFiles.syncDirectory(incomplete);
        Files.deleteIfExists(incomplete.resolve(MARKER));
        Files.delete(incomplete);
    }

    /** The directories that were made for the target alone. */
    private void deleteEmptyAbove() throws IOException {
        Path above = target.getParent();
        while (above.startsWith(ground) && !above.equals(ground) && Files.exists(above) && SyncedFiles.isEmpty(above)) {
            Files.delete(above);
            above = above.getParent();
        }
    }

    private void releaseMarker() throws IOException {
        if (marker != null) {
            marker.close();
            marker = null;
        }
    }

    private void checkVacant(Path asGiven) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            boolean directory = Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
            if (!directory || !SyncedFiles.isEmpty(target)) {
                throw refused(
                        asGiven,
                        directory ? "the directory is not empty" : "it is not a directory",
                        "Restore to a directory that does not exist yet; nothing existing is overwritten.");
            }
        }
        if (Files.exists(incomplete, LinkOption.NOFOLLOW_LINKS)) {
            checkLeftOver();
        }
    }

    private void checkLeftOver() throws IOException {
        Path left = incomplete.resolve(MARKER);
        if (Files.isDirectory(incomplete, LinkOption.NOFOLLOW_LINKS) && SyncedFiles.isEmpty(incomplete)) {
            return;
        }
        if (!Files.isRegularFile(left, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(
                    target,
                    "\"" + incomplete + "\" is in the way, and no restore made it",
                    "Move it away, or restore to another directory.");
        }
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                throw inUse();
            }
        }
    }

    private void checkOutsideSets(List<Path> sets) throws IOException {
        Path parent = ground.toRealPath();
        for (Path set : sets) {
            if (Files.exists(set) && parent.startsWith(set.toRealPath())) {
                throw refused(target, "it lies inside backup set \"" + set + "\"", "Restore to a directory elsewhere.");
            }
        }
    }

    private void checkSpace(ByteSize needed) throws IOException {
        ByteSize free = new ByteSize(Math.max(0, Files.getFileStore(ground).getUsableSpace()));
        if (free.compareTo(needed) < 0) {
            throw refused(
                    target,
                    "it needs " + needed + ", and " + free + " are free",
                    "Free space on that file system, or choose a directory on another one.");
        }
    }

    /** The lock, or {@code null} when another process or thread holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private HotCopyException inUse() {
        return refused(target, "another restore is building it", "Wait for it, or restore to another directory.");
    }

    private static HotCopyException refused(Path target, String why, String hint) {
        return new HotCopyException("cannot restore to \"" + target + "\": " + why, hint);
    }

    private static String directoryOf(ArchiveId archive) {
        return "archive-" + archive;
    }
}
