package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.util.List;

/** A hot copy that appends to a set finds one, or the policy says what to do without (M14, M15). */
final class UsableBaseSet implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.obstacles().stream()
                .map(obstacle -> context.error(
                        PlanContext.pathOf(
                                obstacle.chosen().policy(), obstacle.chosen().group()),
                        obstacle.message(),
                        obstacle.hints().toArray(String[]::new)))
                .toList();
    }
}
