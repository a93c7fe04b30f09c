package io.hotcopy.verb;

import java.util.Optional;

/**
 * What shall work on the database.
 *
 * @param database which of the running databases; empty for the only one
 * @param accounts how many; empty for a small bank
 * @param payloadBytes bytes of each account's record; empty for 1 KiB
 * @param clients how many threads; empty for four
 */
public record WorkloadRequest(
        Optional<String> database,
        Optional<Integer> accounts,
        Optional<Integer> payloadBytes,
        Optional<Integer> clients) {

    /** A small bank on the only database. */
    public static final WorkloadRequest SMALL =
            new WorkloadRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
