package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Turns what the YAML parser complains about into problems. */
final class SyntaxYaml {
    private static final String QUOTES = "a text with : # { } [ ] & * ! % @ or quotes in it stands in quotes: 'a: b'";

    private SyntaxYaml() {}

    static Problem problem(Places places, MarkedYAMLException wrong) {
        Mark mark = isAtEnd(wrong) ? wrong.getContextMark() : wrong.getProblemMark();
        SourceSpan span = mark == null ? places.start() : places.of(mark.getLine() + 1, mark.getColumn() + 1, 1);
        if (places.characterAt(span.line(), span.column()) == '\t') {
            return LayoutCheck.tab(span);
        }
        List<String> hints = new ArrayList<>();
        context(places, wrong).ifPresent(hints::add);
        hints.add(QUOTES);
        return new Problem(Problem.Severity.ERROR, "this is not YAML: " + wrong.getProblem(), hints, Optional.of(span));
    }

    /** What is never closed is wrong where it begins, not where the text ends. */
    private static boolean isAtEnd(MarkedYAMLException wrong) {
        boolean isEnd = wrong.getProblemMark() == null || wrong.getProblem().contains("end of stream");
        return isEnd && wrong.getContextMark() != null;
    }

    private static Optional<String> context(Places places, MarkedYAMLException wrong) {
        Mark begin = wrong.getContextMark();
        if (wrong.getContext() == null) {
            return Optional.empty();
        }
        String where =
                begin == null ? "" : " that begins at " + places.of(begin.getLine() + 1, begin.getColumn() + 1, 1);
        return Optional.of(wrong.getContext() + where);
    }

    /** Characters that YAML forbids have an index only. */
    static Problem problem(Places places, String text, YAMLException wrong) {
        if (wrong instanceof ReaderException forbidden) {
            int index = Math.min(text.length(), text.offsetByCodePoints(0, forbidden.getPosition()));
            SourceSpan place = places.ofRange(index, Math.min(text.length(), index + 1));
            return LayoutCheck.forbidden(place, forbidden.getCodePoint());
        }
        return Problem.error(places.start(), "this is not YAML: " + wrong.getMessage());
    }
}
