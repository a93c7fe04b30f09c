package io.hotcopy.plan;

import io.hotcopy.plan.PlanContext.Chosen;
import java.util.List;

/**
 * Why a backup group gets no step for what is wanted of it.
 *
 * @param chosen the backup group
 * @param runs what is wanted
 * @param message the reason, a sentence without a full stop
 * @param hints the next actions, each a sentence
 */
record Obstacle(Chosen chosen, List<LineRun> runs, String message, List<String> hints) {

    Obstacle {
        runs = List.copyOf(runs);
        hints = List.copyOf(hints);
    }

    RefusedRuns refused() {
        return new RefusedRuns(
                chosen.policy().name(), chosen.group().name(), chosen.policy().protects(), runs, message);
    }
}
