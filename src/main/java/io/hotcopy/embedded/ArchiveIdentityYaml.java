package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.embedded.sealed.SealedYaml;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code archive.yaml}: which archive a directory is, in a {@link SealedYaml}. */
final class ArchiveIdentityYaml {

    /** Its name in the archive's directory. */
    static final String FILE = "archive.yaml";

    private static final SealedYaml YAML = new SealedYaml("hotcopy-archive", 1);

    private ArchiveIdentityYaml() {}

    /** Whether the directory says that it is an archive. */
    static boolean exists(Path archive) {
        return Files.exists(archive.resolve(FILE));
    }

    /** Whether the directory is empty, but for such a file that was never finished: a crash leaves that. */
    static boolean isNotBegun(Path archive) {
        try (Stream<Path> content = Files.list(archive)) {
            return content.allMatch(file -> SealedYaml.isUnfinished(file, FILE));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("look into", archive, trouble);
        }
    }

    /** Writes or replaces the file in an archive's directory; on disk when this returns. */
    static void write(Path archive, ArchiveIdentity identity) {
        YAML.write(archive.resolve(FILE), Document.of(identity));
    }

    /**
     * Reads the file in an archive's directory.
     *
     * @throws io.hotcopy.problem.HotCopyException when it is missing, damaged, too new or not ours
     */
    static ArchiveIdentity read(Path archive) {
        return YAML.read(archive.resolve(FILE), Document.class, Document::meaning);
    }

    /**
     * @param parent empty when the lineage has none
     * @param restoredBy the run; empty when the archive is not a restored one
     * @param restoredTo the cut; zero when the archive is not a restored one
     */
    private record Document(
            String domain,
            String database,
            String databaseUuid,
            int archive,
            String archiveUuid,
            String lineage,
            String parent,
            long fork,
            String restoredBy,
            long restoredTo) {

        static Document of(ArchiveIdentity identity) {
            return new Document(
                    identity.database().domain(),
                    identity.database().database(),
                    identity.databaseUuid().toString(),
                    identity.archive().value(),
                    identity.archiveUuid().toString(),
                    identity.lineage().id().toString(),
                    identity.lineage().parent().map(UUID::toString).orElse(""),
                    identity.lineage().fork().value(),
                    identity.restored()
                            .map(restored -> restored.run().toString())
                            .orElse(""),
                    identity.restored().map(restored -> restored.cut().value()).orElse(0L));
        }

        ArchiveIdentity meaning() {
            return new ArchiveIdentity(
                    new DatabaseName(domain, database),
                    UUID.fromString(databaseUuid),
                    new ArchiveId(archive),
                    UUID.fromString(archiveUuid),
                    new Lineage(
                            UUID.fromString(lineage), present(parent).map(UUID::fromString), new CommitNumber(fork)),
                    present(restoredBy).map(run -> new Restored(new CommitNumber(restoredTo), ElementId.of(run))));
        }

        private static Optional<String> present(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }
}
