package io.hotcopy.verb;

import io.hotcopy.term.CommitNumber;
import java.util.Optional;

/**
 * What was written.
 *
 * @param planned whether this is a dry run
 * @param table the table
 * @param key as text
 * @param existed whether there had been such a record
 * @param exists whether there is one now, or would be
 * @param commit the number of the commit; empty when nothing had to be written, and in a dry run
 */
public record WriteResult(
        boolean planned, String table, String key, boolean existed, boolean exists, Optional<CommitNumber> commit)
        implements VerbResult {}
