package io.hotcopy.plan;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of one of a policy's lines: what a hot copy is taken for, and what the run ledger keeps.
 *
 * @param line the type of the line, which may not be what is taken: a full serves every line that is due with it
 * @param occurrence the instant of the schedule that is served; empty when it is only asked for
 */
public record LineRun(HotCopyType line, Optional<Instant> occurrence) {

    /** One that is only asked for. */
    public static LineRun asked(HotCopyType line) {
        return new LineRun(line, Optional.empty());
    }
}
