package io.hotcopy.shell;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of our own state, for its owner only. */
final class StateHome {
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private StateHome() {}

    /** The history file below this home; both are made if they are not there. */
    static Path history(Path home) {
        Path history = home.resolve("history");
        try {
            Files.createDirectories(home, OWNER_ONLY_DIRECTORY);
            if (Files.notExists(history)) {
                Files.createFile(history, OWNER_ONLY_FILE);
            }
            return history;
        } catch (IOException e) {
            throw new HotCopyException(
                    "cannot keep the history in \"" + home + "\": " + e.getMessage(),
                    e,
                    "set HOTCOPY_HOME to a directory that you can write");
        }
    }
}
