package io.hotcopy.testkit;

import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.problem.Problem;
import io.hotcopy.problem.ProblemText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How values show themselves.
 *
 * @param zone by whose clocks
 * @param texts what the places of problems point into, by the names of the files
 */
record Shown(ZoneId zone, Map<String, String> texts) {

    String instant(Instant instant) {
        return PlanPrinter.instant(instant, zone);
    }

    /** With the line that it is about, if there is one. */
    String problem(Problem problem) {
        return ProblemText.of(problem, texts).stripTrailing();
    }

    List<Finding> findings(List<Problem> problems) {
        return problems.stream().map(problem -> new Finding(problem, this)).toList();
    }
}
