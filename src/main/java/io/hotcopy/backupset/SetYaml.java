package io.hotcopy.backupset;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code set.yaml}: the identity of a set, written once at its initialisation and never again. */
final class SetYaml {

    static final String FORMAT = "hotcopy-set";
    static final int VERSION = 1;

    private SetYaml() {}

    /** The file's bytes; the set's elements are no part of it. */
    static byte[] write(SetFacts set, String tool) {
        return SealedText.seal(FORMAT, VERSION, StrictYaml.write(Document.of(set, tool)));
    }

    /**
     * Reads the identity of the set in a directory.
     *
     * @param directory where the set lies
     * @param file its {@code set.yaml}, named in what is thrown
     * @throws NotASetException when the file was never one of ours
     * @throws DamagedSetException when it was
     * @throws TooNewSetException when it is of a newer format
     */
    static SetFacts read(Path directory, Path file, byte[] bytes) {
        if (!SealedText.wasOurs(bytes, FORMAT)) {
            throw new NotASetException(file, "first line format: \"" + FORMAT + "\"", "another");
        }
        String body = SealedText.open(file, bytes, FORMAT, VERSION);
        return StrictYaml.read(file, body, Document.class, document -> document.meaning(directory));
    }

    private record Document(
            String tool,
            String kind,
            String id,
            LineageYaml lineage,
            String domain,
            String database,
            String databaseUuid,
            int archive,
            String archiveUuid,
            List<String> storageGroups,
            String collection,
            String created) {

        static Document of(SetFacts set, String tool) {
            return new Document(
                    tool,
                    set.kind(),
                    set.id().toString(),
                    LineageYaml.of(set.lineage()),
                    set.database().domain(),
                    set.database().database(),
                    set.databaseUuid().toString(),
                    set.archive().value(),
                    set.archiveUuid().toString(),
                    set.storageGroups().stream().map(StorageGroupName::value).toList(),
                    set.collection().toString(),
                    set.created().toString());
        }

        SetFacts meaning(Path location) {
            return new SetFacts(
                    location,
                    kind,
                    SetId.of(id),
                    lineage.meaning(),
                    new DatabaseName(domain, database),
                    UUID.fromString(databaseUuid),
                    new ArchiveId(archive),
                    UUID.fromString(archiveUuid),
                    storageGroups.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new)),
                    ElementId.of(collection),
                    Instant.parse(created),
                    List.of());
        }
    }
}
