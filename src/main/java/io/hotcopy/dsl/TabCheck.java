package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * Finds tabs in the indentation of a YAML text: editors show them as wide as they like, YAML takes them for nothing.
 */
final class TabCheck {
    private TabCheck() {}

    /** The first one; empty when there is none. Lines that are empty otherwise do not count. */
    static Optional<Problem> firstTab(Places places, String text) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            int tab = line.indexOf('\t');
            if (tab >= 0 && !line.isBlank() && line.substring(0, tab).isBlank()) {
                return Optional.of(problem(places.of(index + 1, tab + 1, 1)));
            }
        }
        return Optional.empty();
    }

    static Problem problem(SourceSpan place) {
        return Problem.error(place, "a tab stands here", "YAML is laid out with blanks: two for each level");
    }
}
