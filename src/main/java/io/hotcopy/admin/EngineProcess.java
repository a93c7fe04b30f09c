package io.hotcopy.admin;

import io.hotcopy.term.ArchiveId;
import java.util.Optional;

/**
 * A process of a database, as the protocol speaks of it: in fact a part of this one.
 *
 * @param startId unique in the domain, for ever
 * @param database its own name
 * @param archive what it keeps; empty of a transaction engine
 * @param nodeId unique in the database between two of its starts
 * @param durable what is wanted of it
 * @param engine what it does
 */
record EngineProcess(
        long startId,
        String database,
        String host,
        Optional<ArchiveId> archive,
        int nodeId,
        Durable durable,
        Engine engine) {

    /** What the domain wants of a process. */
    enum Durable {
        REQUESTED,
        MONITORED,
        REQUESTED_SHUTDOWN
    }

    /** What a process is doing. */
    enum Engine {
        UNKNOWN,
        SYNCING,
        RUNNING
    }

    boolean keeps(String wanted, ArchiveId id) {
        return database.equals(wanted) && archive.equals(Optional.of(id));
    }

    EngineProcess with(Durable wanted, Engine seen) {
        return new EngineProcess(startId, database, host, archive, nodeId, wanted, seen);
    }
}
