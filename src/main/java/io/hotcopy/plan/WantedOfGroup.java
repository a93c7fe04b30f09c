package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.Decider.Cause;
import io.hotcopy.plan.Decider.Healing;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    List<Wanted> of(PlanRequest request, Instant now) {
        if (request.type().isPresent()) {
            return List.of(asked(request.type().get(), request.occurrence()));
        }
        if (!policy.isScheduled()) {
            return List.of(asked(HotCopyType.FULL, request.occurrence()));
        }
        return request.occurrence().map(due::occurringAt).orElseGet(() -> healed(due.at(now)));
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
