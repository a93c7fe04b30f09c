package io.hotcopy.model;

import java.time.Duration;

/** What becomes of an occurrence at whose time nobody ran it, since the machine or the domain was down. */
public sealed interface OnMissed permits OnMissed.Run, OnMissed.Skip {

    /** Of all that were missed of one line, one run is made up for, as soon as it can be. */
    record Run() implements OnMissed {}

    /**
     * It is left out; the next occurrence is the next run.
     *
     * @param after how long after its time an occurrence counts as missed
     */
    record Skip(Duration after) implements OnMissed {}
}
