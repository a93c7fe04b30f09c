package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.sealed.SealedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code home.yaml} in an archive that lies outside of its domain's home: which database's it is, so that nobody takes
 * it for a stopped one while the domain runs. In a {@link SealedYaml}.
 */
final class ArchiveHomeYaml {

    private static final String FILE = "home.yaml";
    private static final SealedYaml YAML = new SealedYaml("hotcopy-archive-home", 1);

    private ArchiveHomeYaml() {}

    /**
     * @param archive where the archive lies; of a copy, which is nobody's, this is another directory
     * @param database where the database lies
     */
    private record Document(String archive, String database) {}

    /**
     * Writes or replaces the file.
     *
     * @param written the directory that is written into
     * @param archive where the archive lies, or will lie when what is written into it takes its place
     */
    static void write(Path written, Path archive, Path database) {
        YAML.write(
                written.resolve(FILE),
                new Document(
                        archive.toAbsolutePath().toString(),
                        database.toAbsolutePath().toString()));
    }

    /**
     * The directory of the database that an archive belongs to.
     *
     * @param archive its directory, without links
     * @return empty when it does not say, or is a copy
     * @throws io.hotcopy.problem.HotCopyException when the file is damaged, too new or not ours
     */
    static Optional<Path> read(Path archive) {
        Path file = archive.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return YAML.read(file, Document.class, document -> {
            Path named = archive.getFileSystem().getPath(document.archive());
            return isSame(named, archive)
                    ? Optional.of(archive.getFileSystem().getPath(document.database()))
                    : Optional.empty();
        });
    }

    private static boolean isSame(Path named, Path archive) {
        try {
            return Files.exists(named) && Files.isSameFile(named, archive);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("look at", named, trouble);
        }
    }

    /** The archive belongs to no database any more. */
    static void delete(Path archive) {
        try {
            if (Files.deleteIfExists(archive.resolve(FILE))) {
                SyncedFiles.syncDirectory(archive);
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", archive.resolve(FILE), trouble);
        }
    }
}
