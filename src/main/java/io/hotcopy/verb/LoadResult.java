package io.hotcopy.verb;

import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * What was loaded.
 *
 * @param loaded whether it was; with errors nothing is
 * @param declared what is now declared that was not, or not so: {@code domain bank}, {@code policy bank-nightly}
 * @param replaced those among them that had been declared before, differently
 * @param problems every problem and every rule's finding
 * @param texts what the places of the problems point into, by the names of the files
 */
public record LoadResult(
        boolean loaded,
        List<String> declared,
        List<String> replaced,
        List<Problem> problems,
        @ForPeople Map<String, String> texts)
        implements VerbResult {}
