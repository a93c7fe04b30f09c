package io.hotcopy.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Instants that come again and again. */
interface Recurrence {

    /** The first one after this; empty when none ever comes. */
    Optional<Instant> after(Instant instant);

    /** The last one at or before this; empty when there was none. */
    Optional<Instant> atOrBefore(Instant instant);

    /** The longest time between two of them, changes of the clocks aside; empty when there are no two. */
    Optional<Duration> longestGap();
}
