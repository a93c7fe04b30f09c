package io.hotcopy.dsl.words;

/** What {@code onMissed} does. */
public enum MissedAction {
    /** One run makes up for all that were missed. */
    RUN,
    /** What was missed is left out. */
    SKIP
}
