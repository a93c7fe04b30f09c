package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what makes a YAML text look otherwise than it is read: tabs in the indentation, which editors show as wide as
 * they like, and characters that end a line for YAML and for nobody else.
 */
final class LayoutCheck {
    private static final Pattern LINE_ENDS = Pattern.compile("[\\u0085\\u2028\\u2029]");

    private LayoutCheck() {}

    static Optional<Problem> firstProblem(Places places, String text) {
        return firstTab(places, text).or(() -> firstLineEnd(places, text));
    }

    /** Lines that are empty otherwise do not count. */
    private static Optional<Problem> firstTab(Places places, String text) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            int tab = line.indexOf('\t');
            if (tab >= 0 && !line.isBlank() && line.substring(0, tab).isBlank()) {
                return Optional.of(tab(places.of(index + 1, tab + 1, 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> firstLineEnd(Places places, String text) {
        Matcher found = LINE_ENDS.matcher(text);
        return found.find()
                ? Optional.of(forbidden(places.ofRange(found.start(), found.end()), text.charAt(found.start())))
                : Optional.empty();
    }

    static Problem tab(SourceSpan place) {
        return Problem.error(place, "a tab stands here", "YAML is laid out with blanks: two for each level");
    }

    static Problem forbidden(SourceSpan place, int letter) {
        return Problem.error(
                place,
                String.format("the character U+%04X cannot stand in YAML", letter),
                String.format("in double quotes it is written \"\\u%04x\"", letter));
    }
}
