package io.hotcopy.shell.page;

import io.hotcopy.plan.LineStatus;
import io.hotcopy.plan.PastRun;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.Protection;
import io.hotcopy.verb.StatusResult.PolicyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;

/** What of a policy is older than promised; what is next, what is late, and what failed or was cancelled last. */
final class StatusLines {
    /** Of hundreds of storage groups it is enough to read some; those too old are told anyway. */
    private static final int SHOWN = 20;

    private final PolicyStatus policy;
    private final Instant asked;
    private final Lines lines;

    StatusLines(PolicyStatus policy, Instant asked, Lines lines) {
        this.policy = policy;
        this.asked = asked;
        this.lines = lines;
    }

    void add() {
        if (differs()) {
            policy.storageGroups().groups().stream().limit(SHOWN).forEach(this::group);
            long more = policy.storageGroups().groups().size() - SHOWN;
            if (more > 0) {
                lines.add("  and " + more + " more storage groups");
            }
        }
        policy.tooOld().forEach(this::tooOld);
        next();
        policy.lines().forEach(this::late);
        policy.lines().stream()
                .flatMap(line -> line.lastFailure().stream())
                .max(Comparator.comparing(PastRun::ended))
                .ifPresent(this::unsuccessful);
    }

    private boolean differs() {
        return policy.storageGroups().groups().stream()
                        .map(Protection.OfGroup::newest)
                        .distinct()
                        .count()
                > 1;
    }

    private void group(Protection.OfGroup group) {
        lines.add("  storage group " + group.group() + ": " + state(group));
    }

    private void tooOld(Protection.OfGroup group) {
        lines.add(Ink.CAUTION.of(
                "  warning: storage group " + group.group() + ": " + state(group) + "; the policy promises an rpo of "
                        + policy.rpo().map(Figures::shortly).orElse("-")));
    }

    private String state(Protection.OfGroup group) {
        return group.newest().map(this::ago).orElse("nothing can be restored");
    }

    private void next() {
        policy.lines().stream()
                .filter(line -> line.next().isPresent())
                .min(Comparator.comparing((LineStatus line) -> line.next().orElseThrow())
                        .thenComparing(LineStatus::line))
                .ifPresent(line -> {
                    Instant at = line.next().orElseThrow();
                    lines.add("  next: " + name(line) + ", " + Figures.at(at, policy.zone()) + ", in "
                            + Figures.shortly(Duration.between(asked, at)));
                });
    }

    private void late(LineStatus line) {
        line.lateSince()
                .ifPresent(since -> lines.add(Ink.CAUTION.of("  late: " + name(line) + ", since " + ago(since))));
    }

    private void unsuccessful(PastRun run) {
        boolean cancelled = run.outcome() == PastRun.Outcome.CANCELLED;
        if (cancelled) {
            lines.add(Ink.CAUTION.of("  cancelled: " + run.type().word() + " of backup group " + run.backupGroup()
                    + ", " + ago(run.ended())));
            return;
        }
        lines.add(Ink.BAD.of("  last failure: " + run.type().word() + " of backup group " + run.backupGroup() + ", "
                + ago(run.ended()) + ": "
                + (run.failure().isEmpty() ? run.outcome().word() : run.failure())));
    }

    private static String name(LineStatus line) {
        return line.line().word() + " of backup group " + line.backupGroup();
    }

    private String ago(Instant at) {
        return ago(at, policy.zone(), asked);
    }

    /** The time by the clocks of a zone, and how long before the question it was, unless it was after it. */
    static String ago(Instant at, ZoneId zone, Instant asked) {
        Duration age = Duration.between(at, asked);
        return Figures.at(at, zone) + (age.isNegative() ? "" : ", " + Figures.shortly(age) + " ago");
    }
}
