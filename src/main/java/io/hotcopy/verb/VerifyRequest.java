package io.hotcopy.verb;

import io.hotcopy.verify.Depth;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to verify.
 *
 * @param sets which; at least one word
 * @param depth how deep
 * @param scratch for a drill, the directory to make and remove; empty for one beside the sets
 */
public record VerifyRequest(SetRequest sets, Depth depth, Optional<Path> scratch) {}
