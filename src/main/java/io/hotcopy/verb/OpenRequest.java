package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;

/**
 * What to open.
 *
 * @param directories restored archives, or directories that hold them
 * @param name what later verbs call them
 */
public record OpenRequest(List<Path> directories, String name) {}
