package io.hotcopy.dsl;

import java.nio.file.Path;
import java.util.StringJoiner;

/** Writes paths as a declaration has them: relative to the directory of its file where they share a way with it. */
final class RelativePath {
    private RelativePath() {}

    /** With slashes, whatever the file system; as it is when it has nothing in common with the directory. */
    static String of(Path path, Path directory) {
        boolean isApart = path.isAbsolute() && !sharesBeginning(path, directory);
        return isApart || path.isAbsolute() != directory.isAbsolute()
                ? slashed(path)
                : slashed(directory.normalize().relativize(path));
    }

    private static boolean sharesBeginning(Path path, Path directory) {
        return path.getNameCount() > 0
                && directory.isAbsolute()
                && directory.getNameCount() > 0
                && path.getName(0).equals(directory.getName(0));
    }

    private static String slashed(Path path) {
        StringJoiner names = new StringJoiner(
                "/", path.isAbsolute() ? path.getRoot().toString().replace('\\', '/') : "", "");
        path.forEach(name -> names.add(name.toString()));
        return names.toString().isEmpty() ? "." : names.toString();
    }
}
