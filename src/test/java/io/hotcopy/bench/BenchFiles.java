package io.hotcopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Trees of files, and the programs that a benchmark compares with. */
final class BenchFiles {

    private BenchFiles() {}

    /** A directory of its own for one benchmark, empty. */
    static Path directory(String name) throws IOException {
        Path directory = Path.of(System.getProperty("hotcopy.bench.directory"), name);
        delete(directory);
        return Files.createDirectories(directory);
    }

    static void command(String... words) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit);
        }
    }

    /** Copies a tree as a person would, and waits until it is on disk. */
    static long cp(Path from, Path to) throws IOException, InterruptedException {
        command("cp", "-a", "--reflink=never", from.toString(), to.toString());
        command("sync", "-f", to.toString());
        return size(to);
    }

    static long size(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            long bytes = 0;
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
            return bytes;
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
