package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import java.time.Instant;

/**
 * A commit and its time, as read from a copied journal.
 *
 * @param commit its number
 * @param time the wall clock as read when it was made; need not rise with the numbers
 */
public record CommitTime(CommitNumber commit, Instant time) {

    @Override
    public String toString() {
        return "commit " + commit + " at " + time;
    }
}
