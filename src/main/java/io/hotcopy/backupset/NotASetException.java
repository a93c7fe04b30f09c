package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;

/** A directory or file was never a backup set of ours. */
public final class NotASetException extends HotCopyException {

    private final transient Path location;

    /**
     * @param location the directory or file
     * @param expected what a set would have there
     * @param actual what is there
     */
    NotASetException(Path location, String expected, String actual, String... hints) {
        super("not a backup set: \"" + location + "\": expected " + expected + ", found " + actual, hints);
        this.location = location;
    }

    /** The directory or file that is not ours. */
    public Path location() {
        return location;
    }
}
