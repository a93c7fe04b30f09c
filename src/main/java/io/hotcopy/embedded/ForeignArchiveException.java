package io.hotcopy.embedded;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.UUID;

/** An archive in the place of one of the database's is another one. The text is the vendor's. */
final class ForeignArchiveException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    ForeignArchiveException(Path archive, UUID expected, UUID found) {
        super(
                "Archive \"" + archive + "\" doesn't match the database.  Expected UUID " + expected + ", got " + found
                        + ".",
                "Put the database's own archive back, or move this one away.");
    }
}
