package io.hotcopy.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What must be kept. Whatever any of its parts asks for stays.
 *
 * @param recoveryWindow how far back every commit that can be restored now must stay restorable; empty for not at all
 * @param minimum how many complete collections of each backup group stay, however old; at least one
 * @param daily of how many days the last complete collection stays, in each backup group
 * @param weekly of how many weeks (Monday to Sunday)
 * @param monthly of how many months
 */
public record Retention(Optional<Duration> recoveryWindow, int minimum, int daily, int weekly, int monthly) {

    public Retention {
        if (minimum < 1 || daily < 0 || weekly < 0 || monthly < 0) {
            throw new IllegalArgumentException("minimum is at least 1, the others at least 0");
        }
    }
}
