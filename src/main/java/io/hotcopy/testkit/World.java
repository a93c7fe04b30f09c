package io.hotcopy.testkit;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.time.Instant;

/** The domain that plans are made for. */
sealed interface World extends AutoCloseable permits DeclaredWorld, EmbeddedWorld {

    /** The time in it. */
    Instant now();

    /** Whether anything has been done in it, so that time cannot go back. */
    boolean hasPast();

    /** Lets time pass; what ends until then has ended. */
    void passTo(Instant instant);

    Plan plan(Asked asked);

    /**
     * Plans, and takes the plan to its end.
     *
     * @throws RefusedPolicyException when the plan has errors
     */
    Plan backup(Asked asked);

    /**
     * Plans, and begins what is planned.
     *
     * @throws RefusedPolicyException when the plan has errors, or cannot begin now
     */
    Plan begin(Asked asked);

    /** The storage manager of this archive stops; the database goes on. */
    void stop(DatabaseName database, ArchiveId archive);

    /** It comes back, by a SYNC. */
    void start(DatabaseName database, ArchiveId archive);

    /** A region is cut off from all others. */
    void cut(String region);

    /** All regions reach each other again. */
    void heal();

    @Override
    void close();
}
