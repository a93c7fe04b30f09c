package io.hotcopy.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a policy promises for the day on which everything live is lost.
 *
 * @param rpo how much time before the loss may be gone at most; empty when not declared
 * @param rto how long a restore may take at most; empty when not declared
 */
public record Objectives(Optional<Duration> rpo, Optional<Duration> rto) {

    /** Nothing is promised. */
    public static final Objectives NONE = new Objectives(Optional.empty(), Optional.empty());
}
