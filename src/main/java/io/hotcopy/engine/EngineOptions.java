package io.hotcopy.engine;

import java.time.Duration;

/**
 * How hot copies are carried out; what is copied, where to and how fast says the plan.
 *
 * @param threads how many copy one hot copy's files, shared evenly among its archives; each archive has at least one
 * @param patience how long a hot copy waits for its cut to become stable
 */
public record EngineOptions(int threads, Duration patience) {

    /** Four threads, for two of them wait for the disk most of the time; a minute's patience. */
    public static final EngineOptions DEFAULT = new EngineOptions(4, Duration.ofMinutes(1));

    public EngineOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least one: " + threads);
        }
    }
}
