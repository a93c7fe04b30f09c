package io.hotcopy.verb;

import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param domains names of the domains declared; empty when there are errors
 * @param policies names of the policies declared; empty when there are errors
 * @param inDefaultZone names of those policies that have schedules and do not say in which time zone: it is UTC
 * @param problems every problem and every rule's finding
 * @param texts what the places of the problems point into, by the names of the files
 * @param written the declarations written down, if that was asked for and there are no errors in their texts
 */
public record CheckResult(
        List<String> domains,
        List<String> policies,
        List<String> inDefaultZone,
        List<Problem> problems,
        @ForPeople Map<String, String> texts,
        Optional<String> written)
        implements VerbResult {

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
