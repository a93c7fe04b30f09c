package io.hotcopy.engine;

import io.hotcopy.plan.BarredGroup;
import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at the disk told about a plan.
 *
 * @param problems what would make it fail
 * @param notChecked what could not be looked at, each a sentence with its reason
 * @param barred whom the problems bar that concern one backup group; none when all are refused together
 */
public record PreflightReport(List<Problem> problems, List<String> notChecked, List<BarredGroup> barred) {

    public PreflightReport {
        problems = List.copyOf(problems);
        notChecked = List.copyOf(notChecked);
        barred = List.copyOf(barred);
    }

    /** With what a later look told of what this one did not bar. */
    public PreflightReport and(PreflightReport later) {
        return new PreflightReport(
                both(problems, later.problems), both(notChecked, later.notChecked), both(barred, later.barred));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
