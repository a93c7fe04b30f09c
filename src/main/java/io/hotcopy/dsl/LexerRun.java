package io.hotcopy.dsl;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * One pass of Groovy's lexer over one text. This is the only class that runs the lexer, which is no published interface
 * of Groovy.
 */
final class LexerRun {

    /** No declaration has as many open at once, and a megabyte of nothing else costs the lexer seconds. */
    private static final int MOST_OPEN = 4 * TextCheck.DEEPEST_NESTING;

    private final String text;
    private final GroovyLangLexer lexer;
    private final List<Token> tokens = new ArrayList<>();
    /** The openers, and the beginnings of texts with {@code ${…}}, that have not been closed yet. */
    private final Deque<Token> open = new ArrayDeque<>();

    /** The lexer counts code points; these two turn its counts into offsets without starting over each time. */
    private int codePoints;

    private int offset;

    LexerRun(String text) {
        this.text = text;
        this.lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
    }

    Scan scan() {
        Optional<ScanFault> fault = Optional.empty();
        boolean isAtEnd = false;
        while (fault.isEmpty() && !isAtEnd && open.size() < MOST_OPEN) {
            try {
                groovyjarjarantlr4.v4.runtime.Token next = lexer.nextToken();
                isAtEnd = next.getType() == GroovyLangLexer.EOF;
                fault = isAtEnd ? openText() : keep(next);
            } catch (GroovySyntaxError | RecognitionException stopped) {
                fault = Optional.of(faultOf(stopped, offsetOf(lexer._tokenStartCharIndex)));
            }
        }
        return new Scan(text, tokens, fault);
    }

    private Optional<ScanFault> keep(groovyjarjarantlr4.v4.runtime.Token next) {
        if (next.getType() == GroovyLangLexer.RollBackOne) {
            return Optional.empty();
        }
        int start = offsetOf(next.getStartIndex());
        String written = next.getText();
        Token token = new Token(
                next.getType(),
                written,
                next.getLine(),
                next.getCharPositionInLine() + 1,
                start,
                start + written.length());
        Optional<ScanFault> fault = faultAfter(token);
        if (fault.isEmpty()) {
            tokens.add(token);
            follow(token);
        }
        return fault;
    }

    /** The lexer takes the beginning of a comment or of a long text that never ends for shorter tokens. */
    private Optional<ScanFault> faultAfter(Token token) {
        if (token.type() == GroovyLangLexer.DIV && text.startsWith("*", token.end())) {
            return Optional.of(ScanFault.openComment(token.start()));
        }
        boolean isEmptyText =
                token.type() == GroovyLangLexer.StringLiteral && token.text().length() == 2;
        return isEmptyText && text.startsWith(token.text().substring(1), token.end())
                ? Optional.of(QuoteFault.ofLongText(text, token.start()))
                : Optional.empty();
    }

    private void follow(Token token) {
        if (token.isOpener() || token.type() == GroovyLangLexer.GStringBegin) {
            open.push(token);
        } else if (token.isCloser() || token.type() == GroovyLangLexer.GStringEnd) {
            open.poll();
        }
    }

    /** The text with {@code ${…}} that is still open, when the lexer is inside one. */
    private Optional<ScanFault> openText() {
        return Optional.ofNullable(open.peek())
                .filter(token -> token.type() == GroovyLangLexer.GStringBegin)
                .map(begin -> begin.text().startsWith("\"\"\"")
                        ? ScanFault.openLongText("\"\"\"", begin.start())
                        : ScanFault.openText(begin.text().substring(0, 1), begin.start()));
    }

    private ScanFault faultOf(Throwable stopped, int at) {
        String character = text.substring(at, at < text.length() ? text.offsetByCodePoints(at, 1) : at);
        if (isAfterDollar(at)) {
            return ScanFault.lonelyDollar(at - 1);
        }
        if (stopped instanceof RecognitionException) {
            return openText().orElseGet(() -> ScanFault.unexpected(character, at));
        }
        return switch (character) {
            case "'", "\"" -> QuoteFault.ofText(text, at);
            case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "_" -> ScanFault.badNumber(stopped.getMessage(), at);
            default -> ScanFault.unexpected(character, at);
        };
    }

    private boolean isAfterDollar(int at) {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null
                && last.end() == at
                && last.text().endsWith("$")
                && (last.type() == GroovyLangLexer.GStringBegin || last.type() == GroovyLangLexer.GStringPart);
    }

    private int offsetOf(int index) {
        offset = text.offsetByCodePoints(offset, index - codePoints);
        codePoints = index;
        return offset;
    }
}
