package io.hotcopy.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The worst that can happen, and when.
 *
 * @param time so much time is lost, or so long takes the restore; empty when nothing can be restored at all
 * @param at the instant at which everything live is lost
 * @param because in words: what can be restored then, and what comes too late
 */
public record Worst(Optional<Duration> time, Instant at, String because) implements Comparable<Worst> {

    /** Whether it is no worse than that. */
    public boolean isWithin(Duration most) {
        return time.filter(found -> found.compareTo(most) <= 0).isPresent();
    }

    /** By time; what has no bound is the greatest. */
    @Override
    public int compareTo(Worst other) {
        if (time.isEmpty() || other.time.isEmpty()) {
            return Boolean.compare(time.isEmpty(), other.time.isEmpty());
        }
        return time.get().compareTo(other.time.get());
    }
}
