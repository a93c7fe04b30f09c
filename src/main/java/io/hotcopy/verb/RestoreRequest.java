package io.hotcopy.verb;

import io.hotcopy.recovery.RestoreTarget;
import java.nio.file.Path;

/**
 * What to restore.
 *
 * @param sets from which; without words all that are found are there to choose from
 * @param to the directory to make
 * @param target the state asked for
 */
public record RestoreRequest(SetRequest sets, Path to, RestoreTarget target) {}
