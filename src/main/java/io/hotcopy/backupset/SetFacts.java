package io.hotcopy.backupset;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one backup set is: its identity, laid down once at initialisation in {@code set.yaml}, and the facts of its
 * published elements.
 *
 * @param location where the set lies
 * @param kind the kind of database it was copied from, for example {@code "embedded"}; chooses the archive format
 * @param id random id of the set
 * @param lineage the life of the database it was begun in
 * @param database the database's full name
 * @param databaseUuid the database's identity, kept over lineages
 * @param archive the archive it was copied from
 * @param archiveUuid that archive's identity
 * @param storageGroups the groups the archive served when the set began, UNPARTITIONED among them
 * @param collection the backup collection it belongs to: the id of the full run that made it
 * @param created when it was initialised
 * @param elements the published elements: the full first, then in order of their cuts; empty while the full runs
 */
public record SetFacts(
        Path location,
        String kind,
        SetId id,
        Lineage lineage,
        DatabaseName database,
        UUID databaseUuid,
        ArchiveId archive,
        UUID archiveUuid,
        SortedSet<StorageGroupName> storageGroups,
        ElementId collection,
        Instant created,
        List<ElementFacts> elements) {

    public SetFacts {
        storageGroups = Collections.unmodifiableSortedSet(new TreeSet<>(storageGroups));
        elements = List.copyOf(elements);
    }

    /** The same set lying in another place. */
    public SetFacts at(Path place) {
        return new SetFacts(
                place,
                kind,
                id,
                lineage,
                database,
                databaseUuid,
                archive,
                archiveUuid,
                storageGroups,
                collection,
                created,
                elements);
    }

    /** The same set holding these elements. */
    public SetFacts withElements(List<ElementFacts> others) {
        return new SetFacts(
                location,
                kind,
                id,
                lineage,
                database,
                databaseUuid,
                archive,
                archiveUuid,
                storageGroups,
                collection,
                created,
                others);
    }
}
