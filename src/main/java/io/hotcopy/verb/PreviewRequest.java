package io.hotcopy.verb;

import io.hotcopy.recovery.RestoreTarget;
import java.time.Instant;
import java.util.Optional;

/**
 * What restore to plan.
 *
 * @param sets from which; without words all that are found are there to choose from
 * @param target the state asked for, unless a time is
 * @param time the time whose state is asked for
 */
public record PreviewRequest(SetRequest sets, RestoreTarget target, Optional<Instant> time) {}
