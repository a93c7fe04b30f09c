package io.hotcopy.embedded.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Carries the stable number, as every frame does, into a journal that is otherwise idle.
 *
 * @param time when it was written, whole microseconds
 */
public record MarkFrame(Instant time) implements Frame {

    public MarkFrame {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
