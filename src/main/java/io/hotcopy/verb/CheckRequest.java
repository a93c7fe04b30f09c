package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be checked.
 *
 * @param files declarations, compiled together; relative paths start at the working directory
 */
public record CheckRequest(List<Path> files) {}
