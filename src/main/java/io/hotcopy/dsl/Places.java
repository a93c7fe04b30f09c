package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** Turns tokens, nodes and offsets of one text into places. Lines and columns count from one, columns code points. */
final class Places {

    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * @param name what problems call the text
     * @param text the whole text
     */
    Places(String name, String text) {
        this.name = name;
        this.text = text;
        this.lines = text.lines().toList();
    }

    String name() {
        return name;
    }

    SourceSpan start() {
        return SourceSpan.startOf(name);
    }

    SourceSpan of(Token token) {
        int length = token.text().codePointCount(0, token.text().length());
        return new SourceSpan(name, token.line(), token.column(), token.line(), token.column() + length);
    }

    /** The node's place; the start of the text for what the parser has made up. */
    SourceSpan of(ASTNode node) {
        if (node.getLineNumber() < 1 || node.getColumnNumber() < 1) {
            return start();
        }
        return new SourceSpan(
                name,
                node.getLineNumber(),
                node.getColumnNumber(),
                node.getLastLineNumber(),
                node.getLastColumnNumber());
    }

    /** So many characters on one line. */
    SourceSpan of(int line, int column, int length) {
        return new SourceSpan(name, line, column, line, column + length);
    }

    /** A stretch of the text within one line. */
    SourceSpan ofRange(int start, int end) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        long line = 1
                + text.substring(0, lineStart)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        return of((int) line, 1 + text.codePointCount(lineStart, start), text.codePointCount(start, end));
    }

    /** The character at a place; a blank where there is none. */
    int characterAt(int line, int column) {
        String written = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
        boolean isThere = column >= 1 && column <= written.codePointCount(0, written.length());
        return isThere ? written.codePointAt(written.offsetByCodePoints(0, column - 1)) : ' ';
    }

    /** The line's text; empty when there is no such line. */
    String line(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /** How many characters the line has. */
    int length(int line) {
        String written = line(line);
        return written.codePointCount(0, written.length());
    }

    /** What stands at a place within one line. */
    String text(SourceSpan span) {
        String written = line(span.line());
        int start = written.offsetByCodePoints(0, span.column() - 1);
        return written.substring(start, written.offsetByCodePoints(start, span.endColumn() - span.column()));
    }
}
