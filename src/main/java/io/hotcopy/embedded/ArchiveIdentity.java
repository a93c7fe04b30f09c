package io.hotcopy.embedded;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import java.util.Optional;
import java.util.UUID;

/**
 * Which archive a directory is.
 *
 * @param database the database's full name
 * @param databaseUuid the database's identity, kept over lineages
 * @param archive the archive's number
 * @param archiveUuid the archive's own identity; a restored copy has another one
 * @param lineage the life of the database that its commits belong to
 * @param restored what it was restored to; empty for one that a storage manager made, and once it serves again
 */
record ArchiveIdentity(
        DatabaseName database,
        UUID databaseUuid,
        ArchiveId archive,
        UUID archiveUuid,
        Lineage lineage,
        Optional<Restored> restored) {

    /**
     * What an archive was restored to.
     *
     * @param cut it holds every commit up to this one and none after
     * @param run the run whose cut this is, or whose elements reach it
     */
    record Restored(CommitNumber cut, ElementId run) {}
}
