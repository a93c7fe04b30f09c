package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a counterexample.
 *
 * @param at when
 * @param kind what sort of thing happens
 * @param backupGroup whose run it is; empty when it is none
 * @param type what that run takes; empty when it is none
 * @param words what happens: {@code journal hot copy published, covers through 02:00:07}
 */
public record StoryEvent(
        Instant at, Kind kind, Optional<String> backupGroup, Optional<HotCopyType> type, String words) {

    /** What sort of thing happens. */
    public enum Kind {
        /** The failure begins. */
        FAILURE,
        /** The failure is over. */
        RECOVERY,
        /** A storage manager has caught up. */
        SYNCED,
        /** A hot copy begins. */
        BEGUN,
        /** A hot copy can be restored from. */
        PUBLISHED,
        /** A hot copy failed, or could not begin. */
        FAILED,
        /** A run is left out, as the policy says. */
        LEFT_OUT,
        /** A run waits for another. */
        WAITS,
        /** Here the loss, or the time of a restore, is the worst. */
        WORST
    }
}
