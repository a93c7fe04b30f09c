package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the problems of one compilation. The same finding at the same place, as a loop makes it, counts once. */
final class Findings {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.span().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Set<Problem> problems = new LinkedHashSet<>();
    private boolean isQuiet;

    void error(SourceSpan span, String message, String... hints) {
        add(Problem.error(span, message, hints));
    }

    void error(SourceSpan span, String message, List<String> hints) {
        add(new Problem(Problem.Severity.ERROR, message, hints, Optional.of(span)));
    }

    void warning(SourceSpan span, String message, String... hints) {
        add(Problem.warning(span, message, hints));
    }

    void add(Problem problem) {
        if (!isQuiet) {
            problems.add(problem);
        }
    }

    /** Looks again at what has been looked at: what is found is known, or is going to be. */
    <T> T quietly(Supplier<T> work) {
        boolean before = isQuiet;
        isQuiet = true;
        try {
            return work.get();
        } finally {
            isQuiet = before;
        }
    }

    /** A finding that belongs to no place in any text. */
    void error(String message, String... hints) {
        add(new Problem(Problem.Severity.ERROR, message, List.of(hints), Optional.empty()));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** All of them, by file, line and column, those without a place first; examples spelled as the text around. */
    List<Problem> sorted() {
        return problems.stream()
                .map(Examples::spelledAsAround)
                .distinct()
                .sorted(BY_PLACE)
                .toList();
    }
}
