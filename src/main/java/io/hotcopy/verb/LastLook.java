package io.hotcopy.verb;

import io.hotcopy.live.LiveDomain;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.util.List;

/**
 * The last look before a backup begins: planned again when the domain was just opened and more is known, and after what
 * was in the way has ended.
 *
 * @param agreed the plan that has been agreed to
 */
record LastLook(Session session, Tries tries, PlanResult agreed) implements PlanRunner.LastWord {

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
        LiveDomain domain = session.requireRunning();
        PlanResult current = plan;
        List<ElementId> inTheWay = inTheWay(domain, current);
        while (!inTheWay.isEmpty()) {
            Patience.untilEnded(domain, inTheWay.get(0));
            current = tries.planned(session.surroundings().clock().instant());
            inTheWay = inTheWay(domain, current);
        }
        return current;
    }

    private static List<ElementId> inTheWay(LiveDomain domain, PlanResult plan) {
        return Planner.inTheWay(plan.plan().runnable(), database -> domain.facts(database.database()));
    }
}
