package io.hotcopy.simulate;

import io.hotcopy.term.DatabaseName;

/** Hears how far a proof is, from the thread that proves; of a small one nothing. */
@FunctionalInterface
public interface Counting {

    /** Hears nothing. */
    Counting NONE = (database, done, total) -> {};

    /** So many moments at which something may fail have been played, of all those of this database. */
    void played(DatabaseName database, long done, long total);
}
