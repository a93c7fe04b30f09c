package io.hotcopy.script;

import java.nio.file.Path;

/**
 * A script to run.
 *
 * @param name what messages call it: the path as the user gave it
 * @param directory where {@code load} looks for relative paths: the script's own
 * @param text what was written
 */
public record ScriptText(String name, Path directory, String text) {}
