package io.hotcopy.verb;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.Optional;

/**
 * What was opened.
 *
 * @param planned whether this is a dry run
 * @param name what later verbs call it
 * @param database whose archives they are; empty in a dry run
 * @param cut the commit that they hold; empty in a dry run
 * @param tables names of the tables in it
 */
public record OpenResult(
        boolean planned, String name, Optional<DatabaseName> database, Optional<CommitNumber> cut, List<String> tables)
        implements VerbResult {}
