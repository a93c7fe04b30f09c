package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A restore at its worst moment, just before the next full, takes no longer than the objective allows, when sizes and a
 * rate are declared: the full, all changes since, and the journal since the last incremental, at that rate.
 */
final class ReachableRto implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .filter(policy ->
                        context.databaseOf(policy.protects()).copyRate().isPresent())
                .flatMap(policy -> policy.objectives().rto().stream().flatMap(rto -> policy.backupGroups().stream()
                        .flatMap(group -> finding(context, policy, group, rto).stream())
                        .limit(1)))
                .toList();
    }

    private static Optional<Problem> finding(
            PlanContext context, BackupPolicy policy, BackupGroup group, Duration rto) {
        Database database = context.databaseOf(policy.protects());
        Optional<Restore> slowest = group.archives().stream()
                .flatMap(archive -> restore(context.timesOf(policy), group, archive).stream())
                .reduce((one, other) -> one.total().compareTo(other.total()) < 0 ? other : one);
        return slowest.filter(restore -> restore.time().compareTo(rto) > 0)
                .map(restore -> context.warning(
                        PlanContext.pathOf(policy) + "/objectives/rto",
                        "a restore of archive " + restore.archive() + " takes up to about "
                                + Words.time(restore.time()) + " (" + restore.parts() + " at "
                                + database.copyRate().get() + "/s): rto " + Words.said(rto) + " cannot hold",
                        hint(restore, rto)));
    }

    private static String hint(Restore restore, Duration rto) {
        return restore.expected().timeOf(restore.full()).compareTo(rto) > 0
                ? "The full alone takes longer: divide the data over more storage groups, or declare a longer rto."
                : "Take full hot copies more often: less is then laid over them.";
    }

    private static Optional<Restore> restore(PolicyTimes times, BackupGroup group, ArchiveId archive) {
        ExpectedCopies expected = times.expected();
        Duration changes = times.longestGap(HotCopyType.INCREMENTAL, group).isPresent()
                ? times.longestGap(HotCopyType.FULL, group).orElse(Duration.ZERO)
                : Duration.ZERO;
        Duration journal = times.longestGap(HotCopyType.JOURNAL, group)
                .flatMap(any -> times.longestGap(HotCopyType.INCREMENTAL, group)
                        .or(() -> times.longestGap(HotCopyType.FULL, group)))
                .orElse(Duration.ZERO);
        return expected.size(archive).flatMap(full -> expected.bytes(HotCopyType.INCREMENTAL, archive, changes)
                .flatMap(laid -> expected.bytes(HotCopyType.JOURNAL, archive, journal)
                        .map(replayed -> new Restore(archive, full, laid, replayed, expected))));
    }

    /** What a restore reads. */
    private record Restore(
            ArchiveId archive, ByteSize full, ByteSize changes, ByteSize journal, ExpectedCopies expected) {

        ByteSize total() {
            return full.plus(changes).plus(journal);
        }

        Duration time() {
            return expected.timeOf(total());
        }

        String parts() {
            return full + " of full" + (changes.bytes() == 0 ? "" : ", " + changes + " of changes")
                    + (journal.bytes() == 0 ? "" : ", " + journal + " of journal");
        }
    }
}
