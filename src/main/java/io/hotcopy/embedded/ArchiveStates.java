package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.embedded.StartReport.Absence;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** How the storage managers of a running database are now. Safe for several threads. */
final class ArchiveStates {

    private static final String COMES_BACK = "Start the storage manager: it comes back by SYNC.";

    private final RunningDatabase running;
    private final SortedMap<ArchiveId, Absence> absent;
    private final Set<ArchiveId> syncing = ConcurrentHashMap.newKeySet();

    /** @param absent those that the start did without */
    ArchiveStates(RunningDatabase running, SortedMap<ArchiveId, Absence> absent) {
        this.running = running;
        this.absent = new ConcurrentSkipListMap<>(absent);
    }

    /** Its SYNC has begun. */
    void syncing(ArchiveId archive) {
        syncing.add(archive);
        absent.remove(archive);
    }

    /** Its SYNC has ended well. */
    void running(ArchiveId archive) {
        syncing.remove(archive);
    }

    /** It serves no more, or its SYNC has ended badly. */
    void stopped(ArchiveId archive, String reason) {
        absent.put(archive, new Absence(State.STOPPED, reason, COMES_BACK));
        syncing.remove(archive);
    }

    /** It is there and could not come back. */
    void refused(ArchiveId archive, HotCopyException reason) {
        String hint = reason.hints().stream().findFirst().orElse("Start the storage manager again.");
        absent.put(archive, new Absence(State.STOPPED, reason.getMessage(), hint));
    }

    /** It is removed. */
    void forget(ArchiveId archive) {
        absent.remove(archive);
    }

    /** Those that do not serve, and why. */
    SortedMap<ArchiveId, Absence> absences() {
        return new TreeMap<>(absent);
    }

    State of(ArchiveId archive) {
        if (running.stopped().isPresent()) {
            return State.UNKNOWN;
        }
        if (syncing.contains(archive)) {
            return State.SYNCING;
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

    /** Why one does not serve; empty when it does, or SYNCs, or nothing is known of it. */
    Optional<Absence> absence(ArchiveId archive) {
        State state = of(archive);
        if (state == State.RUNNING || state == State.SYNCING || state == State.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.ofNullable(absent.get(archive)).or(() -> running.pipeline()
                .failureOf(archive)
                .map(failure ->
                        new Absence(State.STOPPED, "it has left the view: " + failure.getMessage(), COMES_BACK)));
    }

    /** Why one does not serve, as a sentence. */
    String why(ArchiveId archive) {
        Absence absence = absent.get(archive);
        if (absence != null) {
            return "Archive " + archive + " is " + of(archive) + ": " + absence.reason() + ".";
        }
        if (syncing.contains(archive)) {
            return "Archive " + archive + " is SYNCING: wait until it is RUNNING.";
        }
        return running.pipeline()
                .failureOf(archive)
                .map(failure -> "Archive " + archive + " has left the view: " + failure.getMessage() + ".")
                .orElse("There is no archive " + archive + ".");
    }
}
