package io.hotcopy.dsl;

import io.hotcopy.model.Declarations;
import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * What came of compiling: all problems at once, and the declarations if none of them is an error.
 *
 * @param declarations those known before together with the new ones; only those known before when there are errors
 * @param problems sorted by file, line and column
 * @param sources every text that was read, by the name that problems call it
 */
public record Compilation(Declarations declarations, List<Problem> problems, Map<String, String> sources) {

    public Compilation {
        problems = List.copyOf(problems);
        sources = Map.copyOf(sources);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
