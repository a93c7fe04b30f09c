package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;

/** A file of a backup set was written by a newer program, in a format that this one cannot know. */
public final class TooNewSetException extends HotCopyException {

    private final transient Path file;

    /**
     * @param file the file
     * @param supported the highest format version this program reads
     * @param found the version the file has
     */
    TooNewSetException(Path file, int supported, long found) {
        super(
                "backup set is too new: \"" + file + "\": expected format version " + supported
                        + " or lower, found version " + found,
                "Use the version of hotcopy that wrote it, or a newer one.");
        this.file = file;
    }

    /** The file that is too new. */
    public Path file() {
        return file;
    }
}
