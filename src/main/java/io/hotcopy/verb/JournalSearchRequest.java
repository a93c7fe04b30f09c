package io.hotcopy.verb;

import java.util.Optional;

/**
 * What to look for in the journals of sets.
 *
 * @param sets in which
 * @param table the table's name
 * @param key the key of one row; empty for the whole table
 * @param limit the most to be told, the newest first; one or more
 */
public record JournalSearchRequest(SetRequest sets, String table, Optional<String> key, int limit) {

    /** How many are told when nobody says otherwise. */
    public static final int SCREENFUL = 20;
}
