package io.hotcopy.verb;

import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.plan.Planner;

/** {@code plan}: says what a backup would do now and why; changes nothing. */
public final class PlanVerb {
    private final Session session;

    PlanVerb(Session session) {
        this.session = session;
    }

    public PlanResult run(BackupRequest request) {
        Chosen chosen = new Choice(session).of(request.what());
        PlanRequest asked = new PlanRequest(chosen.policies(), request.group(), request.type(), request.maxRate());
        BackupPlan plan = Planner.plan(
                chosen.declared(),
                asked,
                name -> session.facts(chosen.declared(), name),
                session.surroundings().clock().instant());
        return new PlanResult(plan, chosen.texts());
    }
}
