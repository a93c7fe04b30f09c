package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one compilation. The same finding at the same place, as a loop makes it, counts once. */
final class Findings {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.span().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Set<Problem> problems = new LinkedHashSet<>();

    void error(SourceSpan span, String message, String... hints) {
        problems.add(Problem.error(span, message, hints));
    }

    void error(SourceSpan span, String message, List<String> hints) {
        problems.add(new Problem(Problem.Severity.ERROR, message, hints, Optional.of(span)));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** A finding that belongs to no place in any text. */
    void error(String message, String... hints) {
        problems.add(new Problem(Problem.Severity.ERROR, message, List.of(hints), Optional.empty()));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** All of them, by file, line and column; those without a place first. */
    List<Problem> sorted() {
        return problems.stream().sorted(BY_PLACE).toList();
    }
}
