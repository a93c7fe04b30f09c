package io.hotcopy.retention;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PastRun;
import io.hotcopy.plan.PastRun.Outcome;
import io.hotcopy.retention.Reason.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Nothing of a backup group is deleted while its newest run has failed (protocol §6): what is left may be needed for
 * longer than anybody thought. A run that was cancelled or left out is none. Where no run is known that is newer, a
 * full that was begun last and not published, and that nobody writes any more, is one that failed.
 */
final class FailedRunRule {

    private final Stock stock;
    private final List<PastRun> runs;
    private final Reasons reasons;

    FailedRunRule(Stock stock, List<PastRun> runs, Reasons reasons) {
        this.stock = stock;
        this.runs = runs;
        this.reasons = reasons;
    }

    /** Speaks for the backup groups of a policy. */
    void keep(BackupPolicy policy) {
        for (BackupGroup group : policy.backupGroups()) {
            List<Gathered> collections = stock.of(new TreeSet<>(group.archives()));
            failure(policy, group, collections)
                    .ifPresent(words ->
                            collections.forEach(collection -> reasons.keep(collection, Kind.FAILED_RUN, words)));
        }
    }

    private Optional<String> failure(BackupPolicy policy, BackupGroup group, List<Gathered> collections) {
        Optional<PastRun> newest = runs.stream()
                .filter(run -> run.policy().equals(policy.name())
                        && run.backupGroup().equals(group.name())
                        && run.database().equals(policy.protects()))
                .filter(run -> run.outcome() == Outcome.DONE || run.outcome() == Outcome.FAILED)
                .max(Comparator.comparing(PastRun::ended));
        Optional<String> told = newest.filter(run -> run.outcome() == Outcome.FAILED)
                .map(run -> "the newest run of backup group \"" + group.name() + "\", "
                        + run.type().word() + " of " + Moment.words(run.began(), policy.timeZone()) + ", has failed"
                        + (run.failure().isEmpty() ? "" : ": " + run.failure()));
        return told.or(() -> unpublished(collections)
                .filter(full -> newest.filter(run -> !run.ended().isBefore(full.created()))
                        .isEmpty())
                .map(full -> "the newest full of backup group \"" + group.name() + "\", of "
                        + Moment.words(full.created(), policy.timeZone()) + ", was not published"));
    }

    /** The collection begun last, if it has no full, no journal yet that shows that runs go on, and no writer. */
    private static Optional<Gathered> unpublished(List<Gathered> oldestFirst) {
        return oldestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(oldestFirst.get(oldestFirst.size() - 1))
                        .filter(last -> !last.isComplete())
                        .filter(last -> last.sets().stream()
                                .allMatch(set -> set.usedBy().isEmpty()
                                        && set.facts().elements().isEmpty()));
    }
}
