package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be loaded.
 *
 * @param files declarations, compiled together; what they declare replaces what was declared under the same name
 */
public record LoadRequest(List<Path> files) {}
