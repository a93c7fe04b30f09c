package io.hotcopy.verb;

import io.hotcopy.model.StorageManager;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;

/**
 * A storage manager that a database has got; it is stopped.
 *
 * @param planned whether this is a dry run
 * @param database its database
 * @param manager what it keeps, and where it runs
 * @param directory where its archive lies, or will
 * @param restored whether a restored archive lies there, so that it SYNCs the difference only
 */
public record StorageManagerAddResult(
        boolean planned, DatabaseName database, StorageManager manager, Path directory, boolean restored)
        implements VerbResult {}
