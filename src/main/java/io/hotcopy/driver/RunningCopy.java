package io.hotcopy.driver;

import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Instant;
import java.util.Optional;

/**
 * A hot copy that runs on one archive.
 *
 * @param run its id
 * @param type its type
 * @param set the set it writes into; empty for a simple copy
 * @param initialised for a full, whether its set has been created and initialised (M23); true for the others
 * @param began when it began; empty where nobody looks at that
 */
public record RunningCopy(
        ElementId run, HotCopyType type, Optional<SetId> set, boolean initialised, Optional<Instant> began) {

    /** One of which nobody looks at when it began. */
    public RunningCopy(ElementId run, HotCopyType type, Optional<SetId> set, boolean initialised) {
        this(run, type, set, initialised, Optional.empty());
    }

    /** The same, but for when it began. */
    public RunningCopy untimed() {
        return new RunningCopy(run, type, set, initialised);
    }
}
