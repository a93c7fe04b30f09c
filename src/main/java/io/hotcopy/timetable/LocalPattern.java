package io.hotcopy.timetable;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** Times of the wall clock, whatever clock hangs there. */
interface LocalPattern {

    /** The first one after this; empty when none ever comes. */
    Optional<LocalDateTime> after(LocalDateTime time);

    /** The last one at or before this; empty when there was none. */
    Optional<LocalDateTime> atOrBefore(LocalDateTime time);

    /**
     * Whether it goes on through an hour that the wall clock shows twice, since it means "again and again" and not
     * "at".
     */
    boolean runsOn();

    /** The longest time between two of them on a clock that is never changed; empty when there are no two. */
    Optional<Duration> longestGap();
}
