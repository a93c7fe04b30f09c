package io.hotcopy.verb;

import io.hotcopy.recovery.RestoreTarget;
import java.nio.file.Path;

/**
 * One archive to be made of one set.
 *
 * @param set where the set lies; nothing else is restored from
 * @param to the directory that is to be the archive
 * @param target the state asked for
 */
public record RestoreArchiveRequest(Path set, Path to, RestoreTarget target) {}
