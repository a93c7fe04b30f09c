package io.hotcopy.engine;

import io.hotcopy.problem.Problem;
import java.util.List;

/**
 * What a look at the disk told about a plan.
 *
 * @param problems what would make it fail
 * @param notChecked what could not be looked at, each a sentence with its reason
 */
public record PreflightReport(List<Problem> problems, List<String> notChecked) {

    public PreflightReport {
        problems = List.copyOf(problems);
        notChecked = List.copyOf(notChecked);
    }
}
