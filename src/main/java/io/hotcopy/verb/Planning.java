package io.hotcopy.verb;

import io.hotcopy.engine.Preflight;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.plan.Planner;
import java.time.Instant;

/** One request on its way to a plan; planned again when more is known. */
record Planning(Session session, Chosen chosen, BackupRequest request) {

    /** @param at the instant that the plan is for */
    PlanResult plan(Instant at) {
        PlanRequest asked = new PlanRequest(
                chosen.policies(),
                request.group(),
                request.type(),
                request.occurrence(),
                request.pace(),
                request.partial());
        KnownWorld world = KnownWorld.of(session, chosen.declared());
        BackupPlan plan = Planner.plan(chosen.declared(), asked, world::facts, world::sets, world.unusable(), at);
        return new PlanResult(plan, Preflight.check(session.planned().sets().onDisk(plan)), chosen.texts());
    }
}
