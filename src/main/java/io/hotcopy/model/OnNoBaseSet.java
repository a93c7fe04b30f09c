package io.hotcopy.model;

import java.util.Locale;

/** What becomes of a hot copy that finds no set to append to, or one whose chain is broken. */
public enum OnNoBaseSet {
    /** A full is taken instead; it makes a new set. */
    FULL,
    /** The run fails and says why. */
    FAIL;

    /** The word of the language: {@code full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
