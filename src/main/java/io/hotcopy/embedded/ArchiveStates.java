package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.embedded.StartReport.Absence;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the declared storage managers of a running database are now. Safe for several threads. */
final class ArchiveStates {

    private final RunningDatabase running;
    private final SortedMap<ArchiveId, Absence> absent;

    /** @param absent those that the start did without */
    ArchiveStates(RunningDatabase running, SortedMap<ArchiveId, Absence> absent) {
        this.running = running;
        this.absent = new TreeMap<>(absent);
    }

    State of(ArchiveId archive) {
        if (running.stopped().isPresent()) {
            return State.UNKNOWN;
        }
        if (running.pipeline().serves(archive)) {
            return State.RUNNING;
        }
        Absence absence = absent.get(archive);
        return absence == null ? State.STOPPED : absence.state();
    }

    /**
     * The member that keeps the archive.
     *
     * @throws HotCopyException when it does not serve; in the vendor's words
     */
    Member requireRunning(ArchiveId archive) {
        return running.members().stream()
                .filter(member -> member.archive().equals(archive) && of(archive) == State.RUNNING)
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "No RUNNING SMs found for database dbName="
                                + running.name().database(),
                        why(archive)));
    }

    private String why(ArchiveId archive) {
        if (absent.containsKey(archive)) {
            return "Archive " + archive + " is " + of(archive) + ": "
                    + absent.get(archive).reason() + ".";
        }
        return running.pipeline()
                .failureOf(archive)
                .map(failure -> "Archive " + archive + " has left the view: " + failure.getMessage() + ".")
                .orElse("There is no archive " + archive + ".");
    }
}
