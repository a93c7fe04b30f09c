package io.hotcopy.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes problems for people: the place as an editor can click it, the message, the line with the place underlined, and
 * the hints.
 *
 * <pre>
 * bank.groovy:14:5: unknown word `storageGrop` in domain 'orders'
 *   14 |     storageGrop 'fast'
 *      |     ^^^^^^^^^^^
 * HINT: did you mean `storageGroup`?
 * </pre>
 */
public final class ProblemText {

    private static final int SHOWN_AT_MOST = 20;
    private static final int LINE_AT_MOST = 160;
    /** How much of a long line is shown before the place. */
    private static final int LINE_BEFORE = 60;

    private ProblemText() {}

    /**
     * The problems in their order, at most 20, then how many more there are.
     *
     * @param sources the texts by the name that the places have
     * @return lines that end with a line feed; empty when there are no problems
     */
    public static String of(List<Problem> problems, Map<String, String> sources) {
        StringBuilder text = new StringBuilder();
        problems.stream().limit(SHOWN_AT_MOST).forEach(problem -> text.append(of(problem, sources)));
        if (problems.size() > SHOWN_AT_MOST) {
            text.append("and ").append(problems.size() - SHOWN_AT_MOST).append(" more\n");
        }
        return text.toString();
    }

    /** One problem. */
    public static String of(Problem problem, Map<String, String> sources) {
        List<String> lines = new ArrayList<>();
        String severity = problem.isError() ? "" : "warning: ";
        lines.add(problem.span().map(span -> span + ": ").orElse("") + severity + problem.message());
        problem.span().ifPresent(span -> lines.addAll(excerpt(span, sources)));
        problem.hints().forEach(hint -> lines.add("HINT: " + hint));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> excerpt(SourceSpan span, Map<String, String> sources) {
        Optional<String> line = Optional.ofNullable(sources.get(span.file()))
                .flatMap(source -> source.lines().skip(span.line() - 1L).findFirst());
        if (line.isEmpty()) {
            return List.of();
        }
        int[] characters = line.get().codePoints().map(ProblemText::printable).toArray();
        int start = Math.min(span.column() - 1, characters.length);
        int end = span.endLine() == span.line() ? Math.min(span.endColumn() - 1, characters.length) : characters.length;
        int first = characters.length > LINE_AT_MOST ? Math.max(0, start - LINE_BEFORE) : 0;
        int last = Math.min(characters.length, first + LINE_AT_MOST);
        String number = Integer.toString(span.line());
        String carets = "^".repeat(Math.max(1, Math.min(end, last) - start));
        return List.of(
                "  " + number + " | " + new String(characters, first, last - first),
                "  " + " ".repeat(number.length()) + " | " + blanks(characters, first, start) + carets);
    }

    /** As wide as the characters above: a tab stays a tab. */
    private static String blanks(int[] characters, int first, int end) {
        StringBuilder blanks = new StringBuilder();
        for (int index = first; index < end; index++) {
            blanks.append(characters[index] == '\t' ? '\t' : ' ');
        }
        return blanks.toString();
    }

    /** A terminal must not obey what stands in a text. */
    private static int printable(int character) {
        return Character.isISOControl(character) && character != '\t' ? '\uFFFD' : character;
    }
}
