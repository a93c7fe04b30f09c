package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the runs of one backup group: from the ledger, and where that knows nothing, since it lies on
 * another machine or is lost, from the sets.
 */
final class LineHistory {
    private final List<PastRun> runs;
    private final List<CopyRun> copies;

    /**
     * @param past its runs, in the order in which they were entered
     * @param known the sets of the policy's database
     */
    LineHistory(BackupGroup group, List<PastRun> past, KnownSets known) {
        this.runs = past;
        this.copies = known.copiesOf(group.archives());
    }

    /** The instant up to which the line is served: when its last good run began, or the occurrence it was run for. */
    Optional<Instant> servedThrough(HotCopyType line) {
        Stream<Instant> ledger = runs.stream().filter(run -> run.serves(line)).map(PastRun::servedThrough);
        return Stream.concat(ledger, copied(line)).max(Comparator.naturalOrder());
    }

    /** When the last good run of the line ended. */
    Optional<Instant> lastGood(HotCopyType line) {
        Stream<Instant> ledger = runs.stream().filter(run -> run.serves(line)).map(PastRun::ended);
        Stream<Instant> sets = copies.stream()
                .filter(copy -> Decider.serves(copy.type(), copy.type(), line))
                .map(CopyRun::ended);
        return Stream.concat(ledger, sets).max(Comparator.naturalOrder());
    }

    private Stream<Instant> copied(HotCopyType line) {
        return copies.stream()
                .filter(copy -> Decider.serves(copy.type(), copy.type(), line))
                .map(LineHistory::began);
    }

    private static Instant began(CopyRun copy) {
        return copy.present().stream()
                .map(ArchivePlan::base)
                .map(element -> element.began())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** The last run of the line, if that did not succeed. */
    Optional<PastRun> lastFailure(HotCopyType line) {
        return runs.stream()
                .filter(run -> run.line() == line && run.outcome() != PastRun.Outcome.SKIPPED)
                .reduce((earlier, later) -> later)
                .filter(run -> !run.succeeded());
    }

    /** Whether the ledger has this run done. */
    boolean isDone(LineRun run) {
        return entered(run).anyMatch(PastRun::succeeded);
    }

    /** Whether this type was tried for this instant of the schedule, and did not come to its end. */
    boolean wasTried(HotCopyType took, Instant occurrence) {
        return runs.stream()
                .anyMatch(run -> run.type() == took
                        && !run.succeeded()
                        && run.outcome() != PastRun.Outcome.SKIPPED
                        && run.occurrence().equals(Optional.of(occurrence)));
    }

    /** Whether the ledger has this occurrence left out, as the policy said. */
    boolean isLeftOut(LineRun run) {
        return entered(run).anyMatch(past -> past.outcome() == PastRun.Outcome.SKIPPED);
    }

    private Stream<PastRun> entered(LineRun run) {
        return runs.stream()
                .filter(past -> past.line() == run.line()
                        && past.occurrence().isPresent()
                        && past.occurrence().equals(run.occurrence()));
    }

    /** What its hot copies took. */
    PastCopies pastCopies() {
        return new PastCopies(runs);
    }
}
