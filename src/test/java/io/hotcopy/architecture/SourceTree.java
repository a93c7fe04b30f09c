package io.hotcopy.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files people write in this repository, as text. */
final class SourceTree {
    private SourceTree() {}

    /** One file: its path from the root of the repository, and its lines. */
    record Source(Path path, List<String> lines) {
        String name() {
            return path.getFileName().toString();
        }

        boolean isJava() {
            return name().endsWith(".java");
        }

        boolean isGroovy() {
            return name().endsWith(".groovy");
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    /** All files below these folders, in order; a folder that is not there holds none. */
    static List<Source> under(String... folders) {
        return Stream.of(folders)
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(SourceTree::files)
                .map(SourceTree::read)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(SourceTree::isWritten).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people wrote it, and not an example that somebody tried: see {@code .gitignore}. */
    private static boolean isWritten(Path file) {
        return Stream.of("data", "backups", "target")
                .noneMatch(made -> file.getParent().toString().matches("examples/[^/]+/" + made + "(/.*)?"));
    }

    private static Source read(Path path) {
        try {
            return new Source(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException("not text in UTF-8: " + path, e);
        }
    }
}
