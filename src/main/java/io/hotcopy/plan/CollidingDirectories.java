package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.DirectoryPattern.Placeholder;
import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No full goes to the directory of an earlier one: neither those of the schedule, nor one that a policy takes by itself
 * at any time, when there is no set to append to or after a failure.
 */
final class CollidingDirectories implements Rule {
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .flatMap(policy -> finding(context, policy).stream())
                .toList();
    }

    private static Optional<Problem> finding(PlanContext context, BackupPolicy policy) {
        List<String> missing = new ArrayList<>();
        String cause = selfHealing(policy)
                .map(word -> "`" + word + "` may take one at any time")
                .or(() -> often(context, policy))
                .orElse("");
        boolean isTimely = !cause.isEmpty();
        Optional<String> scheduled = policy.run(HotCopyType.FULL).flatMap(Cadence::words);
        if (!policy.directory().mentions(Placeholder.DATE) && (isTimely || scheduled.isPresent())) {
            missing.add("{date}");
        }
        if (!policy.directory().mentions(Placeholder.TIME) && isTimely) {
            missing.add("{time}");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(context.error(
                        PlanContext.pathOf(policy) + "/directory",
                        "directory \"" + policy.directory() + "\" can be the same for two full hot copies: "
                                + (isTimely ? cause : "they are taken " + scheduled.get()),
                        "Write " + String.join(" and ", missing) + " into it, such as '" + suggestion(policy) + "'."));
    }

    private static Optional<String> selfHealing(BackupPolicy policy) {
        boolean appends = policy.run(HotCopyType.INCREMENTAL).isPresent()
                || policy.run(HotCopyType.JOURNAL).isPresent();
        if (policy.reactions().onNoBaseSet() == OnNoBaseSet.FULL && appends) {
            return Optional.of("onNoBaseSet full");
        }
        if (policy.reactions().onJournalSuspended() == OnJournalSuspended.FULL
                && policy.run(HotCopyType.JOURNAL).isPresent()) {
            return Optional.of("onJournalSuspended full");
        }
        boolean retries = policy.reactions().onFailure() instanceof OnFailure.Retry
                && policy.run(HotCopyType.FULL).isPresent();
        return retries ? Optional.of("onFailure retry") : Optional.empty();
    }

    /** Several on one day. */
    private static Optional<String> often(PlanContext context, BackupPolicy policy) {
        Cadence cadence = context.timesOf(policy).cadence();
        return policy.run(HotCopyType.FULL)
                .filter(line -> policy.backupGroups().stream()
                        .flatMap(group -> cadence.shortestGap(line, line, group).stream())
                        .anyMatch(gap -> gap.compareTo(DAY) < 0))
                .flatMap(Cadence::words)
                .map(often -> "they are taken " + often);
    }

    /** The pattern with the day and the time in its last part. */
    private static String suggestion(BackupPolicy policy) {
        String text = policy.directory().text();
        String bare = text.replaceAll("[-_]?\\{(date|time)}", "");
        int part = bare.lastIndexOf('/') + 1;
        return bare.substring(0, part) + "{date}T{time}" + (part < bare.length() ? "-" : "")
                + bare.substring(part).replaceFirst("^[-_T]+", "");
    }
}
