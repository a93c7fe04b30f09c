package io.hotcopy.verb;

import io.hotcopy.recovery.RestoreTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to restore.
 *
 * @param sets from which; without words all that are found are there to choose from
 * @param to the directory to make
 * @param target the state asked for, unless a time is
 * @param time the time whose state is asked for
 */
public record RestoreRequest(SetRequest sets, Path to, RestoreTarget target, Optional<Instant> time) {

    /** Without a time. */
    public RestoreRequest(SetRequest sets, Path to, RestoreTarget target) {
        this(sets, to, target, Optional.empty());
    }
}
