package io.hotcopy.restore;

import java.util.Optional;

/**
 * What is looked for in journals.
 *
 * @param table the table's name
 * @param key the key of one row, as bytes; empty for the whole table
 * @param limit the most that is answered, the newest first; one or more
 */
public record JournalQuestion(String table, Optional<byte[]> key, int limit) {

    public JournalQuestion {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be one or more: " + limit);
        }
    }
}
