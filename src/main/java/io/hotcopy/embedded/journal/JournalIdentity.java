package io.hotcopy.embedded.journal;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.Lineage;
import java.util.UUID;

/**
 * Whose journal it is; every segment says so.
 *
 * @param databaseUuid the database
 * @param lineage the life of the database that new segments belong to
 * @param archive the archive's number
 * @param archiveUuid the archive
 */
public record JournalIdentity(UUID databaseUuid, Lineage lineage, ArchiveId archive, UUID archiveUuid) {

    /** Whether both are the journal of one archive, in whatever lineage. */
    public boolean sameArchive(JournalIdentity other) {
        return databaseUuid.equals(other.databaseUuid)
                && archive.equals(other.archive)
                && archiveUuid.equals(other.archiveUuid);
    }
}
