package io.hotcopy.model;

import io.hotcopy.term.HotCopyType;
import java.util.Optional;

/**
 * One line of a policy that takes copies; each execution of it is a run.
 *
 * @param type what each run takes
 * @param schedule when its runs begin; empty when it runs only when asked
 */
public record RunLine(HotCopyType type, Optional<Schedule> schedule) {

    /** A line that runs only when asked. */
    public static RunLine whenAsked(HotCopyType type) {
        return new RunLine(type, Optional.empty());
    }
}
