package io.hotcopy.shell.complete;

import io.hotcopy.verb.KnownNames.Known;

/**
 * One thing that may be typed.
 *
 * @param value what replaces the word at the cursor, quotes apart
 * @param text what it is, in a line; may be empty
 * @param group what it is listed under
 * @param ends whether the word is whole with it, so that a blank may follow
 */
record Offer(String value, String text, String group, boolean ends) {

    static Offer of(String value, String text, String group) {
        return new Offer(value, text, group, true);
    }

    static Offer of(Known known, String group) {
        return of(known.word(), known.text(), group);
    }

    /** Something that more of the same word follows. */
    static Offer beginning(String value, String text, String group) {
        return new Offer(value, text, group, false);
    }

    /** Whether it goes on from there, in whatever case. */
    boolean begins(String typed) {
        return value.regionMatches(true, 0, typed, 0, typed.length());
    }
}
