package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A script to run.
 *
 * @param name what messages call it: the path as the user gave it
 * @param directory where {@code load} looks for relative paths: the script's own
 * @param text what was written
 */
public record ScriptText(String name, Path directory, String text) {

    /** @throws HotCopyException when the file is not there or cannot be read */
    static ScriptText read(Path file) {
        try {
            return new ScriptText(file.toString(), file.resolveSibling(""), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new HotCopyException("there is no file \"" + file + "\"", e);
        } catch (IOException e) {
            throw new HotCopyException("cannot read \"" + file + "\": " + e.getMessage(), e);
        }
    }

    /** How it is used: the comment that it begins with, without its slashes. */
    String usage() {
        return text.lines()
                .dropWhile(line -> line.startsWith("#!"))
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.replaceFirst("^// ?", ""))
                .collect(Collectors.joining("\n"));
    }
}
