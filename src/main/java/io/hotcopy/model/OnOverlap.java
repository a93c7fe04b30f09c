package io.hotcopy.model;

import java.util.Locale;

/**
 * What becomes of a run that is due while another that it may not run together with still runs on one of its archives.
 */
public enum OnOverlap {
    /** It waits until the other has ended. */
    WAIT,
    /** It is left out, and that is no failure. */
    SKIP,
    /** It fails and says why. */
    FAIL;

    /** The word of the language: {@code wait}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
