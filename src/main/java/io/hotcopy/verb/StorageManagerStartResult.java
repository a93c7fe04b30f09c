package io.hotcopy.verb;

import io.hotcopy.embedded.SyncReport;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A storage manager that was started, and how it came in.
 *
 * @param planned whether this is a dry run
 * @param database its database
 * @param archive its archive
 * @param sync what its SYNC received; empty in a dry run
 * @param kept where the archive lies that was there before; empty when it was not replaced, or there was none
 */
public record StorageManagerStartResult(
        boolean planned, DatabaseName database, ArchiveId archive, Optional<SyncReport> sync, Optional<Path> kept)
        implements VerbResult {}
