package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A removed archive of which nothing is to be left. What says that it is this database's goes last. */
final class PurgedArchive {

    private PurgedArchive() {}

    /**
     * Whether there is something that may be deleted.
     *
     * @throws HotCopyException when what is there is not an archive of this database
     */
    static boolean isThere(Path directory, DatabaseState state) {
        if (!Files.isDirectory(directory) || NewPlace.isVacant(directory)) {
            return false;
        }
        if (!ArchiveIdentityYaml.exists(directory)) {
            throw new HotCopyException(
                    "\"" + directory + "\" is not deleted: it has no " + ArchiveIdentityYaml.FILE,
                    "Look what it is, and delete it yourself.");
        }
        ArchiveIdentity identity = ArchiveIdentityYaml.read(directory);
        if (!identity.databaseUuid().equals(state.databaseUuid())) {
            throw new ForeignArchiveException(directory, state.databaseUuid(), identity.databaseUuid());
        }
        return true;
    }

    /** Deletes it; a crash leaves enough for the next start to go on. */
    static void delete(Path directory, DatabaseState state) {
        SwappedDirectory.settle(directory);
        if (!isThere(directory, state)) {
            return;
        }
        try {
            deleteContent(directory);
            SyncedFiles.deleteTree(directory);
            SyncedFiles.syncDirectory(directory.toAbsolutePath().getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", directory, trouble);
        }
    }

    private static void deleteContent(Path directory) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            for (Path each : content) {
                if (Files.isDirectory(each)) {
                    SyncedFiles.deleteTree(each);
                } else if (!each.getFileName().toString().equals(ArchiveIdentityYaml.FILE)) {
                    Files.delete(each);
                }
            }
        }
        SyncedFiles.syncDirectory(directory);
    }
}
