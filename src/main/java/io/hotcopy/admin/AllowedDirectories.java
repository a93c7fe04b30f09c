package io.hotcopy.admin;

import io.hotcopy.backupset.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Where clients may have something written, symbolic links followed. */
final class AllowedDirectories {

    private final Path any;
    private final List<Path> allowed;
    private final List<Path> forbidden;

    /** @param any a path of the file system that is meant */
    AllowedDirectories(Path any, AdminSettings settings) {
        this.any = any.toAbsolutePath();
        this.allowed = settings.allowed().stream().map(AllowedDirectories::real).toList();
        this.forbidden =
                settings.forbidden().stream().map(AllowedDirectories::real).toList();
    }

    /**
     * Reads a client's directory.
     *
     * @param text an absolute path; what it names need not exist
     * @return the path as given, without {@code .} and {@code ..}
     * @throws UnmetRequestException of status 400 when it is no such path, or lies where nothing may be written
     */
    Path require(String text) {
        Path directory = absolute(text);
        Path real = real(directory);
        boolean inside = allowed.isEmpty() || allowed.stream().anyMatch(real::startsWith);
        if (!inside || forbidden.stream().anyMatch(real::startsWith)) {
            throw UnmetRequestException.bad(
                    "\"" + text + "\" is not a directory that this service may write into",
                    allowed.isEmpty()
                            ? "Choose one outside the home of the domain and of hotcopy."
                            : "It may write into " + allowed + ".");
        }
        return directory;
    }

    /** @throws UnmetRequestException of status 400 when it is not an absolute path */
    Path absolute(String text) {
        try {
            Path path = any.resolve(text);
            if (text.isEmpty() || !any.getFileSystem().getPath(text).isAbsolute()) {
                throw UnmetRequestException.bad("\"" + Fields.shown(text) + "\" is not an absolute path");
            }
            return path.normalize();
        } catch (InvalidPathException broken) {
            throw UnmetRequestException.bad("\"" + Fields.shown(text).replace("\0", "\\0") + "\" is not a path");
        }
    }

    /** Where a path leads: what exists of it by its real name, the rest as it stands. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path existing = absolute;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException broken) {
            throw FileTrouble.cannot("resolve", path, broken);
        }
    }
}
