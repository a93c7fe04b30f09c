package io.hotcopy.plan;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The steps of a plan as text for people. Its {@link BackupPlan#problems()} are not printed here: they are shown as all
 * problems are, with their places.
 */
public final class PlanPrinter {
    private static final String NEWLINE = "\n";

    private PlanPrinter() {}

    /**
     * The whole plan, every line ended.
     *
     * @param zone by whose clocks the time is shown that the plan is for
     */
    public static String print(BackupPlan plan, ZoneId zone) {
        StringBuilder text = new StringBuilder(summary(plan, zone)).append(NEWLINE);
        for (int step = 0; step < plan.steps().size(); step++) {
            text.append(NEWLINE);
            print(step + 1, plan.steps().get(step), text);
        }
        plan.barred().forEach(group -> barred(group, text.append(NEWLINE)));
        return text.toString();
    }

    /** What keeps one backup group from being copied, while others are. */
    private static void barred(BarredGroup group, StringBuilder text) {
        text.append("backup group \"")
                .append(group.backupGroup())
                .append("\" of policy \"")
                .append(group.policy())
                .append("\" cannot be copied: ")
                .append(group.because())
                .append(NEWLINE);
    }

    /** An instant as plans show it, to the second: {@code 2026-03-29T01:00:00+01:00}. */
    public static String instant(Instant instant, ZoneId zone) {
        return DueRuns.shown(instant, zone);
    }

    /** A span of time as plans show it, to the second: {@code 40 s}, {@code 15 min 40 s}, {@code 1 d 2 h}. */
    public static String time(Duration span) {
        return Words.time(span);
    }

    /** The plan in one line: {@code plan for 2026-03-29T01:00:00+01:00: 2 steps}. */
    public static String summary(BackupPlan plan, ZoneId zone) {
        int steps = plan.steps().size();
        if (plan.isSatisfied()) {
            return "nothing is to be done: no run is due";
        }
        String at = instant(plan.decidedAt(), zone);
        String rate = plan.pace()
                .maxRate()
                .map(max -> ", at most " + max + "/s for each storage manager")
                .orElse("");
        return "plan for " + at + ": " + (steps == 1 ? "1 step" : steps + " steps") + rate + verdict(plan);
    }

    private static String verdict(BackupPlan plan) {
        int all = plan.steps().size();
        int some = plan.runnable().steps().size();
        if (!plan.forbidding(plan.problems()).isEmpty() || some == 0) {
            return ", cannot be run";
        }
        return some == all ? "" : ", " + (all - some) + " of them cannot be run";
    }

    private static void print(int number, PlanStep step, StringBuilder text) {
        text.append(number).append("  ").append(step.title()).append(NEWLINE);
        line(text, "why", step.because());
        line(text, "needs", String.join("; ", step.needs()));
        line(text, "size", size(step.estimatedBytes()) + time(step.estimatedTime()));
        if (step instanceof HotCopyStep hotCopy) {
            table(hotCopy.members(), text);
        }
    }

    private static void line(StringBuilder text, String word, String sentence) {
        text.append(String.format(Locale.ROOT, "   %-6s %s", word, sentence)).append(NEWLINE);
    }

    private static void table(List<HotCopyStep.Member> members, StringBuilder text) {
        int groups = members.stream()
                .mapToInt(member -> groups(member).length())
                .max()
                .orElse(0);
        for (HotCopyStep.Member member : members) {
            String form = "   archive %-3s %-8s %-" + Math.max(groups, 1) + "s %8s  into %s";
            text.append(String.format(
                            Locale.ROOT,
                            form,
                            member.archive(),
                            member.host(),
                            groups(member),
                            size(member.estimatedBytes()),
                            member.directory()))
                    .append(NEWLINE);
        }
    }

    private static String groups(HotCopyStep.Member member) {
        return member.storageGroups().stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .map(StorageGroupName::toString)
                .collect(Collectors.joining(" "));
    }

    private static String size(ByteSize size) {
        return size.bytes() == 0 ? "unknown" : size.toString();
    }

    private static String time(Optional<Duration> time) {
        return time.map(duration -> ", about " + Math.max(1, duration.toSeconds()) + " s")
                .orElse("");
    }
}
