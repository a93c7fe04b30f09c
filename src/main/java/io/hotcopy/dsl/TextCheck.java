package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import java.util.Optional;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * Looks at a text before Groovy's parser does: the parser points at the end of the text when a bracket is not closed,
 * and its time and stack grow without bound with nesting and with chains of operators, which no declaration has.
 */
final class TextCheck {

    static final int LONGEST_TEXT = 1_000_000;
    static final int LONGEST_TOKEN = 10_000;
    static final int DEEPEST_NESTING = 50;
    static final int MOST_OPERATORS = 50;

    /** What declarations are made of; every other token is an operator or keyword of programs. */
    private static final Set<Integer> DECLARATION_TOKENS = Set.of(
            GroovyLangLexer.StringLiteral,
            GroovyLangLexer.GStringBegin,
            GroovyLangLexer.GStringPart,
            GroovyLangLexer.GStringPathPart,
            GroovyLangLexer.GStringEnd,
            GroovyLangLexer.IntegerLiteral,
            GroovyLangLexer.FloatingPointLiteral,
            GroovyLangLexer.BooleanLiteral,
            GroovyLangLexer.NullLiteral,
            GroovyLangLexer.Identifier,
            GroovyLangLexer.CapitalizedIdentifier,
            GroovyLangLexer.DEF,
            GroovyLangLexer.FOR,
            GroovyLangLexer.IN,
            GroovyLangLexer.RANGE_INCLUSIVE,
            GroovyLangLexer.RANGE_EXCLUSIVE_RIGHT,
            GroovyLangLexer.LPAREN,
            GroovyLangLexer.RPAREN,
            GroovyLangLexer.LBRACE,
            GroovyLangLexer.RBRACE,
            GroovyLangLexer.LBRACK,
            GroovyLangLexer.RBRACK,
            GroovyLangLexer.SEMI,
            GroovyLangLexer.COMMA,
            GroovyLangLexer.DOT,
            GroovyLangLexer.COLON,
            GroovyLangLexer.NL,
            GroovyLangLexer.SH_COMMENT);

    private final Places places;
    private final Scan scan;
    private final Brackets brackets;

    private TextCheck(Places places, String text) {
        this.places = places;
        this.scan = Scan.of(text);
        this.brackets = Brackets.of(scan.tokens());
    }

    /** The first reason not to hand the text to the parser; empty when there is none. */
    static Optional<Problem> firstProblem(Places places, String text) {
        Optional<Problem> tooLong = tooLong(places, text);
        if (tooLong.isPresent()) {
            return tooLong;
        }
        TextCheck check = new TextCheck(places, text);
        return check.tooMuch().or(check::wrongCloser).or(check::fault).or(check::unclosed);
    }

    /** That the text is longer than any declaration may be. */
    static Optional<Problem> tooLong(Places places, String text) {
        String message = "this text has " + text.length() + " characters; a declaration has at most " + LONGEST_TEXT;
        return text.length() > LONGEST_TEXT
                ? Optional.of(Problem.error(places.start(), message, "split it into files and include them"))
                : Optional.empty();
    }

    private Optional<Problem> tooMuch() {
        int depth = 0;
        int operators = 0;
        boolean isAfterDef = false;
        for (Token token : scan.tokens()) {
            depth += token.isOpener() ? 1 : token.isCloser() ? -1 : 0;
            boolean isDefinition = token.type() == GroovyLangLexer.ASSIGN && isAfterDef;
            operators += isDefinition || DECLARATION_TOKENS.contains(token.type()) ? 0 : 1;
            isAfterDef = token.type() == GroovyLangLexer.DEF || isAfterDef && token.isName();
            if (depth > DEEPEST_NESTING) {
                return problem(token, "brackets are nested deeper than " + DEEPEST_NESTING + " here");
            }
            if (operators > MOST_OPERATORS) {
                return problem(
                        token,
                        "this is more than a declaration can hold: `" + token.text()
                                + "` is the operator or keyword number " + operators);
            }
            if (token.text().length() > LONGEST_TOKEN) {
                return problem(token, "this is longer than " + LONGEST_TOKEN + " characters");
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> wrongCloser() {
        if (brackets.wrong().isEmpty()) {
            return Optional.empty();
        }
        Token closer = brackets.wrong().get();
        if (brackets.open().stream().noneMatch(closer::closes)) {
            return problem(closer, "this `" + closer.text() + "` closes nothing");
        }
        Token opener = brackets.innermostOpen().orElseThrow();
        String hint =
                "the `" + closer.text() + "` at " + places.of(closer) + " comes before its `" + opener.closer() + "`";
        return problem(opener, "this `" + opener.text() + "` is not closed", hint);
    }

    private Optional<Problem> fault() {
        return scan.fault()
                .map(fault -> Problem.error(
                        places.ofRange(fault.start(), fault.end()),
                        fault.message(),
                        fault.hints().toArray(String[]::new)));
    }

    private Optional<Problem> unclosed() {
        return brackets.innermostOpen().flatMap(opener -> suspect()
                .map(pair -> problem(
                        pair.opener(),
                        "this `{` is not closed",
                        "the `}` at " + places.of(pair.closer()) + " stands further left than this line"))
                .orElseGet(() -> problem(opener, "this `" + opener.text() + "` is not closed")));
    }

    /** The first brace whose closer begins a line further left than the brace's own line: it was meant for another. */
    private Optional<Brackets.Pair> suspect() {
        return brackets.pairs().stream()
                .filter(pair -> pair.closer().text().equals("}"))
                .filter(pair -> pair.closer().column() - 1 == indent(pair.closer()))
                .filter(pair -> indent(pair.opener()) > indent(pair.closer()))
                .findFirst();
    }

    private int indent(Token token) {
        String line = places.line(token.line());
        return line.length() - line.stripLeading().length();
    }

    private Optional<Problem> problem(Token token, String message, String... hints) {
        return Optional.of(Problem.error(places.of(token), message, hints));
    }
}
