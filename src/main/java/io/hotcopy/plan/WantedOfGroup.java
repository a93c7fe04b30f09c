package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.Decider.Cause;
import io.hotcopy.plan.Decider.Healing;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wanted of one backup group: what is asked for; else what is due by the schedule, and what heals it. */
final class WantedOfGroup {
    private static final String ASKED = "asked for";

    private final BackupPolicy policy;
    private final Standing standing;
    private final DueRuns due;

    WantedOfGroup(Standing standing, DueRuns due) {
        this.policy = standing.chosen().policy();
        this.standing = standing;
        this.due = due;
    }

    /**
     * What is found.
     *
     * @param wanted what is to be taken
     * @param inHand what would be due, but for the hot copy that runs
     */
    record Found(List<Wanted> wanted, Map<InHand.Copy, List<Wanted>> inHand) {

        static Found wanted(List<Wanted> runs) {
            return new Found(runs, Map.of());
        }
    }

    Found of(PlanRequest request, Instant now) {
        if (request.type().isPresent()) {
            return Found.wanted(List.of(asked(request.type().get(), request.occurrence())));
        }
        if (!policy.isScheduled()) {
            return Found.wanted(List.of(asked(HotCopyType.FULL, request.occurrence())));
        }
        return request.occurrence().map(at -> Found.wanted(due.occurringAt(at))).orElseGet(() -> open(due.at(now)));
    }

    /** What a running hot copy will have served is not due; nor is what only one more full could serve. */
    private Found open(List<Wanted> due) {
        Map<InHand.Copy, List<Wanted>> inHand = new LinkedHashMap<>();
        List<Wanted> later = new ArrayList<>();
        due.forEach(run -> standing.inHand()
                .instead(run.run())
                .ifPresentOrElse(
                        copy -> inHand.computeIfAbsent(copy, absent -> new ArrayList<>())
                                .add(run),
                        () -> later.add(run)));
        Set<HotCopyType> lines = new Decider(policy).open(standing.situation(Wanted.lines(later)));
        List<Wanted> open = new ArrayList<>();
        for (Wanted run : later) {
            if (lines.contains(run.run().line())) {
                open.add(run);
            } else {
                inHand.computeIfAbsent(standing.inHand().full(), absent -> new ArrayList<>())
                        .add(run);
            }
        }
        return new Found(healed(open), inHand);
    }

    private Wanted asked(HotCopyType type, Optional<Instant> occurrence) {
        String when = occurrence
                .map(at -> ", for " + DueRuns.shown(at, policy.timeZone()))
                .orElse("");
        return new Wanted(new LineRun(type, occurrence), ASKED + when);
    }

    /** With what must be done although its time has not come. */
    private List<Wanted> healed(List<Wanted> due) {
        List<Wanted> all = new ArrayList<>(due);
        if (!standing.archives().isEmpty()) {
            new Decider(policy)
                    .healing(standing.situation(Wanted.lines(due)))
                    .ifPresent(healing -> all.add(0, wanted(healing)));
        }
        return all;
    }

    /** Without a base the choice says what becomes of it: only the trouble is told here. */
    private Wanted wanted(Healing healing) {
        String why = healing.cause() == Cause.NO_BASE
                ? standing.trouble(healing.cause()).orElseThrow()
                : standing.reaction(healing.cause());
        return new Wanted(LineRun.asked(healing.line()), why);
    }
}
