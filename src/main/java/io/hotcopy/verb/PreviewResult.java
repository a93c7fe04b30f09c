package io.hotcopy.verb;

import io.hotcopy.recovery.RestorePlan;
import java.time.Instant;
import java.util.Optional;

/**
 * How a state would be restored.
 *
 * @param planned whether the sets themselves are only planned, in a dry run
 * @param plan which elements, in which order, to which commit; empty when the sets are only planned
 * @param time the time that was asked for, when one was
 */
public record PreviewResult(boolean planned, Optional<RestorePlan> plan, Optional<Instant> time)
        implements VerbResult {}
