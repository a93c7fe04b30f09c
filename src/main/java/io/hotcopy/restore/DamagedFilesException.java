package io.hotcopy.restore;

import io.hotcopy.problem.HotCopyException;

/**
 * What an {@link ArchiveFormat} throws when the files of an element do not give the archive that the manifest promises,
 * although their checksums are right: they were damaged before they were sealed. Each kind of database extends it.
 */
public class DamagedFilesException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message names the file or directory, what was expected and what was found
     * @param hints the next actions
     */
    public DamagedFilesException(String message, String... hints) {
        super(message, hints);
    }

    /** As above, keeping what caused it. */
    public DamagedFilesException(String message, Throwable cause, String... hints) {
        super(message, cause, hints);
    }
}
