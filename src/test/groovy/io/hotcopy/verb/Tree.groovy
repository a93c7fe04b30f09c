package io.hotcopy.verb

import java.nio.file.Files
import java.nio.file.Path

/** Everything below a directory: names, sizes, times of change. */
class Tree {

    static Map<String, String> of(Path directory) {
        Files.walk(directory).withCloseable { paths ->
            paths.toList().collectEntries { path ->
                boolean file = Files.isRegularFile(path)
                [directory.relativize(path).toString(),
                 file ? "${Files.size(path)} ${Files.getLastModifiedTime(path)}".toString() : 'directory']
            }
        }
    }
}
