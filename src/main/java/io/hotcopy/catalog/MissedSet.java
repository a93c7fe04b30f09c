package io.hotcopy.catalog;

import java.util.List;

/**
 * A set that is not as the index knows it.
 *
 * @param known what the index knows
 * @param gone whether nothing of it lies where it was seen last, nor anywhere else that is looked into
 * @param trouble what is not there, damaged or smaller, a sentence each; never empty
 */
public record MissedSet(KnownSet known, boolean gone, List<String> trouble) {

    public MissedSet {
        trouble = List.copyOf(trouble);
    }
}
