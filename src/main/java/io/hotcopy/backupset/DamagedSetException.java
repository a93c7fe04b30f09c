package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;

/** Something in a backup set is not what was sealed: it was once ours and whole, and is not any more. */
public final class DamagedSetException extends HotCopyException {

    private final transient Path file;

    /**
     * @param file the file or directory that is wrong
     * @param expected what should be there
     * @param actual what is there
     */
    public DamagedSetException(Path file, String expected, String actual, String... hints) {
        super("damaged backup set: \"" + file + "\": expected " + expected + ", found " + actual, hints);
        this.file = file;
    }

    /** The file or directory that is wrong. */
    public Path file() {
        return file;
    }
}
