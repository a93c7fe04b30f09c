package io.hotcopy.driver;

import io.hotcopy.term.DatabaseName;

/** How one talks to a live domain. Safe for use by several threads. */
public interface DomainDriver {

    /**
     * What is true of a database now.
     *
     * @throws io.hotcopy.problem.HotCopyException when the domain has no such database
     */
    DatabaseFacts facts(DatabaseName database);

    /** The way this database is hot copied: here the engine copies, cuts and seals. */
    PinnedCopies copies(DatabaseName database);
}
