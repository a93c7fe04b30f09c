package io.hotcopy.embedded.store;

import io.hotcopy.restore.DamagedFilesException;

/** Files of an archive do not hold what was written into them, or are missing. */
public final class DamagedArchiveException extends DamagedFilesException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message names the file or directory, what was expected and what was found
     * @param hints the next actions
     */
    public DamagedArchiveException(String message, String... hints) {
        super(message, hints);
    }

    /** As above, keeping what caused it. */
    public DamagedArchiveException(String message, Throwable cause, String... hints) {
        super(message, cause, hints);
    }
}
