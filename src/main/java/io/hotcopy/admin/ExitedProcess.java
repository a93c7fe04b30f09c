package io.hotcopy.admin;

import java.util.OptionalInt;

/**
 * A process that is no more.
 *
 * @param process as it was at last
 * @param incarnation of its database then
 * @param reason why it ended, for people
 * @param exitCode 0 when it ended in good order; empty when it did not
 */
record ExitedProcess(EngineProcess process, Incarnation incarnation, String reason, OptionalInt exitCode) {

    /** The vendor's words for a process that was asked to end and did. */
    static final String GRACEFULLY = "Gracefully shutdown engine";

    static ExitedProcess gracefully(EngineProcess process, Incarnation incarnation) {
        return new ExitedProcess(process, incarnation, GRACEFULLY, OptionalInt.of(0));
    }

    static ExitedProcess because(EngineProcess process, Incarnation incarnation, String reason) {
        return new ExitedProcess(process, incarnation, reason, OptionalInt.empty());
    }
}
