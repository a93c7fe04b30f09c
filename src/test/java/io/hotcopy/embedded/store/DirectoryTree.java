package io.hotcopy.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Every file below a directory with a checksum of its bytes: equal before and after means that nothing was changed. */
public final class DirectoryTree {

    private DirectoryTree() {}

    public static Map<String, Long> of(Path directory) throws IOException {
        Map<String, Long> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.forEach(file -> tree.put(directory.relativize(file).toString(), checksum(file)));
        }
        return tree;
    }

    private static long checksum(Path file) {
        if (Files.isDirectory(file)) {
            return 0;
        }
        CRC32C checksum = new CRC32C();
        try {
            checksum.update(Files.readAllBytes(file));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return checksum.getValue();
    }
}
