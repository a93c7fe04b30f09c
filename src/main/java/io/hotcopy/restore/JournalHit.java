package io.hotcopy.restore;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a commit did to a table.
 *
 * @param lineage the life of the database in which the element that tells it was copied
 * @param commit the commit
 * @param time the clock when it was committed
 * @param action what it did
 * @param key the row's key; empty when it did it to the table
 */
public record JournalHit(Lineage lineage, CommitNumber commit, Instant time, Action action, Optional<byte[]> key) {

    /** What a commit can do. */
    public enum Action {
        /** A row was written. */
        PUT,
        /** A row was deleted. */
        DELETE,
        /** The table was created. */
        TABLE_CREATED,
        /** The table was dropped, with all its rows. */
        TABLE_DROPPED
    }
}
