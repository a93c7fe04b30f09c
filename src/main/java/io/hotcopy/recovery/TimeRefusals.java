package io.hotcopy.recovery;

import io.hotcopy.recovery.RestoreRefusedException.Reason;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says why a time means no commit that can be restored, and what can be asked for instead. */
final class TimeRefusals {

    /** More would bury the sentence above them. */
    private static final int CANDIDATES_SHOWN = 8;

    private static final String BY_COMMIT = "Restore a commit instead: --to-commit N.";

    private final Instant time;
    private final List<String> restorable;

    /** @param restorable hints on what there is */
    TimeRefusals(Instant time, List<String> restorable) {
        this.time = time;
        this.restorable = restorable;
    }

    RestoreRefusedException nothing() {
        return refused(
                Reason.NOTHING,
                ": no set with a published element was given",
                List.of("Name the sets of a full hot copy that completed."));
    }

    RestoreRefusedException severalDatabases() {
        return refused(
                Reason.AMBIGUOUS, ": the sets belong to several databases", List.of("Name the sets of one database."));
    }

    /** @param newest the cut known to be stable last, and when; empty when none can be restored */
    RestoreRefusedException afterLastMark(Optional<CommitTime> newest) {
        String last = newest.map(
                        cut -> ": what can be restored ends at " + cut.time() + ", with commit " + cut.commit())
                .orElse(": nothing of that life of the database can be restored");
        return refused(Reason.UNREACHABLE, last, List.of(BY_COMMIT));
    }

    /** @param known commits that were read, all of them later */
    RestoreRefusedException beforeEverything(Collection<CommitTime> known) {
        String first = known.stream()
                .min(Comparator.comparing(CommitTime::commit))
                .map(commit -> ": the first commit with a known time is " + commit)
                .orElse(": no element holds a commit or a stable mark of that time");
        return refused(Reason.UNREACHABLE, first, List.of(BY_COMMIT));
    }

    /** @param candidates commits made by the time after which one was made later */
    RestoreRefusedException clockStepped(List<CommitTime> candidates) {
        List<String> hints = new ArrayList<>();
        hints.add("Choose one of the commits after which the clock passed that time: --to-commit N.");
        candidates.stream().limit(CANDIDATES_SHOWN).forEach(commit -> hints.add("Candidate: " + commit + "."));
        if (candidates.size() > CANDIDATES_SHOWN) {
            hints.add("And " + (candidates.size() - CANDIDATES_SHOWN) + " more.");
        }
        return refused(
                Reason.AMBIGUOUS, ": the clock stepped back, and commits before and after that time alternate", hints);
    }

    RestoreRefusedException unsettled(StorageGroupName group, CommitNumber commit) {
        return refused(
                Reason.UNREACHABLE,
                ": what was committed to storage group " + group + " after commit " + commit
                        + " and up to that time is in no journal",
                List.of(BY_COMMIT));
    }

    private RestoreRefusedException refused(Reason reason, String why, List<String> hints) {
        List<String> all = new ArrayList<>(hints);
        all.addAll(restorable);
        return new RestoreRefusedException(reason, "cannot restore the state at " + time + why, all);
    }
}
