package io.hotcopy.plan;

import io.hotcopy.plan.PlanContext.Chosen;
import java.util.List;

/**
 * Why a backup group gets no step.
 *
 * @param chosen the backup group
 * @param message the reason, a sentence without a full stop
 * @param hints the next actions, each a sentence
 */
record Obstacle(Chosen chosen, String message, List<String> hints) {

    Obstacle {
        hints = List.copyOf(hints);
    }
}
