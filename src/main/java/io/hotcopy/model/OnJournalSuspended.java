package io.hotcopy.model;

import java.util.Locale;

/** What becomes of a journal hot copy of an archive on which they are suspended, as they are after a SYNC. */
public enum OnJournalSuspended {
    /** An incremental is taken first, which ends the suspension. */
    INCREMENTAL,
    /** A full is taken instead, which ends the suspension: journal hot copies go on after it. */
    FULL,
    /** The run fails and says why. */
    FAIL;

    /** The word of the language: {@code incremental}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
