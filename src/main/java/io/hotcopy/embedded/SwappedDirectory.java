package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts an archive's directory, built beside the present one, in its place; a crash leaves one of the two. */
final class SwappedDirectory {

    private SwappedDirectory() {}

    /** Where the new one is built. */
    static Path beside(Path place) {
        return place.resolveSibling(place.getFileName() + ".sync");
    }

    /** Where the one before is kept until the new one is in place. */
    static Path before(Path place) {
        return place.resolveSibling(place.getFileName() + ".before-sync");
    }

    /** The one built beside, which is on disk as a whole, is the archive from here on. */
    static void swap(Path place) {
        try {
            SyncedFiles.rename(place, before(place));
            SyncedFiles.rename(beside(place), place);
            SyncedFiles.deleteTree(before(place));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("replace", place, trouble);
        }
    }

    /** Ends what a crash has cut short: of two the old one stays, which then has to SYNC again. */
    static void settle(Path place) {
        try {
            if (!Files.exists(place) && Files.exists(before(place))) {
                SyncedFiles.rename(before(place), place);
            }
            SyncedFiles.deleteTree(before(place));
            SyncedFiles.deleteTree(beside(place));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("tidy up beside", place, trouble);
        }
    }
}
