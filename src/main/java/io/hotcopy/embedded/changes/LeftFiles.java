package io.hotcopy.embedded.changes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files in which values have been left, each known by its number. Used by one thread until it is full. */
final class LeftFiles {

    private final List<Path> files = new ArrayList<>();

    /** Adds a file and gives its number. */
    int add(Path file) {
        files.add(file);
        return files.size() - 1;
    }

    /** Reads values back, by one thread. */
    LeftReader open() {
        return new LeftReader(List.copyOf(files));
    }
}
