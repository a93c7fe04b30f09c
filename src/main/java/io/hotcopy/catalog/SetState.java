package io.hotcopy.catalog;

import java.util.Locale;

/** What a set, or the sets of a collection together, can be used for; the order is the one in which trouble counts. */
public enum SetState {
    /** A set with a published full; a collection whose members are all here, at one cut. */
    COMPLETE,
    /** A collection of which members are not here, or not published. */
    INCOMPLETE,
    /** A set whose full was not published: still running, failed, or cancelled. */
    HALF_MADE,
    /** It is being deleted, or was until a crash came; expire goes on with it. */
    EXPIRED,
    /** It could not be read. */
    UNREADABLE,
    /** Written in a newer format. */
    TOO_NEW,
    /** Something is not as it was sealed. */
    DAMAGED;

    /** The words that are printed: {@code half-made}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
