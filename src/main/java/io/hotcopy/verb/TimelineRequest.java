package io.hotcopy.verb;

import java.util.Optional;

/**
 * Which timeline to draw.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies
 * @param back days before now, one or more
 * @param ahead days after now, zero or more
 */
public record TimelineRequest(Optional<String> what, int back, int ahead) {

    /** What one day's planning needs to see. */
    public static final int BACK = 3;

    public static final int AHEAD = 1;

    /** The last days and the next one of all loaded policies. */
    public static TimelineRequest ofAll() {
        return new TimelineRequest(Optional.empty(), BACK, AHEAD);
    }
}
