package io.hotcopy.verb;

import io.hotcopy.restore.JournalHit;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The commits that touched a table or a row of it, newest first.
 *
 * @param planned whether this is a dry run whose sets are only planned
 * @param table the table
 * @param key the row's key; empty for the whole table
 * @param hits what was found
 * @param more whether there are older ones
 */
public record JournalSearchResult(boolean planned, String table, Optional<String> key, List<Hit> hits, boolean more)
        implements VerbResult {

    /** One thing that a commit did; the key as text, empty when it did it to the table. */
    public record Hit(
            CommitNumber commit, Instant time, JournalHit.Action action, Optional<String> key, Lineage lineage) {}
}
