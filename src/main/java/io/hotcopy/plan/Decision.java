package io.hotcopy.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is decided for one backup group.
 *
 * @param steps what is done, in this order
 * @param obstacles why not what was asked
 */
record Decision(List<PlanStep> steps, List<Obstacle> obstacles) {

    /** None of its archives exists, which a rule tells. */
    static final Decision NOTHING = new Decision(List.of(), List.of());

    Decision {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    static Decision of(PlanStep... steps) {
        return new Decision(List.of(steps), List.of());
    }

    /** This, and then the other. */
    Decision and(Decision other) {
        return new Decision(
                Stream.concat(steps.stream(), other.steps.stream()).toList(),
                Stream.concat(obstacles.stream(), other.obstacles.stream()).toList());
    }

    static Decision not(Obstacle obstacle) {
        return new Decision(List.of(), List.of(obstacle));
    }
}
