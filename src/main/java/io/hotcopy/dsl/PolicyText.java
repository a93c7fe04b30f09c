package io.hotcopy.dsl;

import java.nio.file.Path;

/**
 * A text to compile.
 *
 * @param name what problems call it: the path as the user gave it, or a word for a line that was typed
 * @param directory where its relative paths start
 * @param text what was written
 */
public record PolicyText(String name, Path directory, String text) {

    /** The text of a file, whose relative paths start at its directory. */
    public static PolicyText of(Path file, String text) {
        return new PolicyText(file.toString(), file.resolveSibling(""), text);
    }
}
