package io.hotcopy.shell.screen;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Problems as people read them: the place as an editor can click it, the sentence, the line with carets below, then
 * what to do. At most twenty, in their order; then how many more there are.
 */
public final class ProblemLines {
    private static final int SHOWN = 20;

    private final Map<String, String> texts;

    private ProblemLines(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Shows problems.
     *
     * @param texts the texts that the places point into, by the names of their files
     */
    public static Lines of(List<Problem> problems, Map<String, String> texts) {
        ProblemLines one = new ProblemLines(texts);
        Lines lines = new Lines();
        problems.stream().limit(SHOWN).forEach(problem -> one.add(problem, lines));
        if (problems.size() > SHOWN) {
            lines.add("and " + (problems.size() - SHOWN) + " more");
        }
        return lines;
    }

    private void add(Problem problem, Lines lines) {
        Ink ink = problem.isError() ? Ink.BAD : Ink.CAUTION;
        String word = problem.isError() ? "error: " : "warning: ";
        String place = problem.span().map(span -> span + ": ").orElse("");
        lines.add(Ink.STRONG.of(place), ink.of(word), Ink.PLAIN.of(problem.message()));
        problem.span().ifPresent(span -> addSource(span, ink, lines));
        problem.hints().forEach(hint -> lines.add(Ink.CAUTION.of("HINT: "), Ink.PLAIN.of(hint)));
    }

    private void addSource(SourceSpan span, Ink ink, Lines lines) {
        line(span).ifPresent(line -> {
            int start = Math.min(span.column(), line.length() + 1);
            int end = span.endLine() == span.line() ? Math.min(span.endColumn(), line.length() + 1) : line.length() + 1;
            String shown = line.replace('\t', ' ');
            lines.add(new SourceExcerpt(span.line(), shown, start - 1, Math.max(1, end - start), ink));
        });
    }

    /** The line of the place; empty when its text is not known. */
    private Optional<String> line(SourceSpan span) {
        return Optional.ofNullable(texts.get(span.file()))
                .flatMap(text -> text.lines().skip(span.line() - 1L).findFirst())
                .filter(line -> !line.isBlank());
    }
}
