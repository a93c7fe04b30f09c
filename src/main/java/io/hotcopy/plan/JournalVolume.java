package io.hotcopy.plan;

import io.hotcopy.driver.JournalQuota;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * From one copy of the journal to the next, and from one incremental to the next, storage managers keep the journal
 * that is written (protocol §4): by what is declared it stays below the quota, beyond which they let it go, and with it
 * the chain of copies.
 */
final class JournalVolume implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .filter(policy -> context.domainOf(policy.protects()).home().isPresent())
                .flatMap(policy -> policy.runs().stream()
                        .filter(line -> line.type() == HotCopyType.JOURNAL || line.type() == HotCopyType.INCREMENTAL)
                        .flatMap(line -> policy.backupGroups().stream()
                                .flatMap(group -> finding(context, policy, line, group).stream())
                                .limit(1)))
                .toList();
    }

    private static Optional<Problem> finding(
            PlanContext context, BackupPolicy policy, RunLine line, BackupGroup group) {
        Optional<Duration> gap = context.timesOf(policy).cadence().longestGap(line, group);
        if (gap.isEmpty()) {
            return Optional.empty();
        }
        ExpectedCopies expected = context.timesOf(policy).expected();
        for (ArchiveId archive : group.archives()) {
            Optional<ByteSize> written = expected.bytes(HotCopyType.JOURNAL, archive, gap.get())
                    .filter(bytes -> bytes.compareTo(JournalQuota.ALARM) > 0);
            if (written.isPresent()) {
                return Optional.of(problem(context, policy, line, archive, written.get(), gap.get()));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(
            PlanContext context, BackupPolicy policy, RunLine line, ArchiveId archive, ByteSize written, Duration gap) {
        String type = line.type().word();
        long seconds = Math.max(1, gap.toSeconds() * JournalQuota.ALARM.bytes() / written.bytes());
        Duration often = Duration.ofSeconds(seconds < 60 ? seconds : seconds / 60 * 60);
        return context.warning(
                PlanContext.pathOf(policy) + "/" + type,
                "archive " + archive + " writes about " + written + " of journal from one " + type
                        + " hot copy to the next, " + Words.time(gap) + " later, and keeps at most "
                        + JournalQuota.BYTES
                        + ": the chain would break",
                "Take " + type + " hot copies every " + Words.said(often) + " or more often.");
    }
}
