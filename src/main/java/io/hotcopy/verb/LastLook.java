package io.hotcopy.verb;

import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.util.List;

/**
 * The last look before a backup begins: planned again when the domain was just opened and more is known, and after what
 * was in the way has ended.
 *
 * @param domain the one whose databases are copied
 * @param agreed the plan that has been agreed to
 */
record LastLook(Session session, Tries tries, Domain domain, PlanResult agreed) implements PlanRunner.LastWord {

    @Override
    public PlanResult plan(boolean opened) {
        return undisturbed(opened ? tries.planned(agreed.plan().decidedAt()) : tries.again(agreed));
    }

    @Override
    public void cannotOpen(HotCopyException why) {
        tries.cannotRun(agreed, why.getMessage());
    }

    /** Waits until nothing is in the way any more; what is true has then changed, so the plan is made again. */
    private PlanResult undisturbed(PlanResult plan) {
        LiveDomain running = session.running(domain).orElseThrow();
        PlanResult current = plan;
        List<ElementId> inTheWay = inTheWay(running, current);
        while (!inTheWay.isEmpty()) {
            Patience.untilEnded(running, inTheWay.get(0));
            current = tries.planned(session.surroundings().clock().instant());
            inTheWay = inTheWay(running, current);
        }
        return current;
    }

    private static List<ElementId> inTheWay(LiveDomain domain, PlanResult plan) {
        return Planner.inTheWay(plan.plan().runnable(), database -> domain.facts(database.database()));
    }
}
