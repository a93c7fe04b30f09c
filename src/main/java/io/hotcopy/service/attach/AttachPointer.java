package io.hotcopy.service.attach;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers in our own state in which homes domains are shared, so that they are found by who does not know the homes:
 * {@code domains/<domain>/held-<of this home>}, a symbolic link to the home. One that was left behind leads to a home
 * that nobody holds.
 *
 * @param state the directories of domains
 */
record AttachPointer(DomainState state) {
    private static final String PREFIX = "held-";

    /**
     * Remembers a home.
     *
     * @throws HotCopyException when that cannot be written
     */
    void put(String domain, Path home) {
        Path link = link(domain, home);
        Path unpublished = link.resolveSibling(link.getFileName() + ".tmp");
        try {
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(unpublished);
            Files.createSymbolicLink(unpublished, home.toAbsolutePath());
            SyncedFiles.rename(unpublished, link);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", link, trouble);
        }
    }

    /** @throws HotCopyException when it cannot be deleted */
    void remove(String domain, Path home) {
        Path link = link(domain, home);
        try {
            Files.deleteIfExists(link);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", link, trouble);
        }
    }

    private Path link(String domain, Path home) {
        byte[] place = home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return state.of(domain).resolve(PREFIX + UUID.nameUUIDFromBytes(place));
    }

    /** The homes, in order of the names of their domains. */
    List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        for (Path domain : state.all()) {
            try (DirectoryStream<Path> links = Files.newDirectoryStream(
                    domain, file -> Files.isSymbolicLink(file) && isName(file.getFileName()))) {
                for (Path link : links) {
                    target(link).ifPresent(homes::add);
                }
            } catch (IOException trouble) {
                throw FileTrouble.cannot("list", domain, trouble);
            }
        }
        return homes;
    }

    /** Empty when its domain has just ended. */
    private static Optional<Path> target(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    private static boolean isName(Path name) {
        return name.toString().startsWith(PREFIX) && !name.toString().endsWith(".tmp");
    }
}
