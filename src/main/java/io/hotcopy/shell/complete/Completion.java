package io.hotcopy.shell.complete;

import java.util.List;

/**
 * What may be typed at a cursor.
 *
 * @param start offset of the word that an offer replaces; it ends at the cursor
 * @param word that word, without quotes
 * @param quoting how an offer is written there
 * @param offers all that fit the place; those that begin with the word fit the word too
 */
record Completion(int start, String word, Quoting quoting, List<Offer> offers) {

    Completion {
        offers = List.copyOf(offers);
    }

    static Completion none(int cursor) {
        return new Completion(cursor, "", Quoting.NONE, List.of());
    }

    /** The same in a longer text, of which this was the end. */
    Completion after(int length) {
        return new Completion(start + length, word, quoting, offers);
    }
}
