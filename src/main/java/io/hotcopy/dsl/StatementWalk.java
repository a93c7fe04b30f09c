package io.hotcopy.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/** Goes over tokens and follows which statement one is in; what is no declaration is followed as well as it can be. */
final class StatementWalk {
    /** What an open bracket means, and the statement that goes on after it. */
    private record Frame(Meaning meaning, TypedStatement owner, int opener) {}

    private enum Meaning {
        BLOCK,
        CALL,
        LIST,
        IN_TEXT
    }

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<TypedStatement> statements = new ArrayList<>();
    private final List<TypedText.Said> said = new ArrayList<>();
    private TypedStatement current = new TypedStatement(-1, List.of());
    private Token last;
    private Token beforeLast;

    private StatementWalk() {}

    static StatementWalk over(List<Token> tokens) {
        StatementWalk walk = new StatementWalk();
        tokens.forEach(walk::step);
        return walk;
    }

    /** The statement at the end of the tokens; not begun when a new one would begin there. */
    TypedStatement current() {
        return current;
    }

    List<TypedText.Said> said() {
        return said;
    }

    TypedText.Slot slot() {
        if (lastIs(GroovyLangLexer.DOT)) {
            return TypedText.Slot.MEMBER;
        }
        boolean inList = !frames.isEmpty() && frames.peek().meaning() == Meaning.LIST;
        if (inList) {
            boolean mayBegin = lastIs(GroovyLangLexer.LBRACK) || lastIs(GroovyLangLexer.COMMA);
            return mayBegin ? TypedText.Slot.VALUE : TypedText.Slot.NOTHING;
        }
        return current.slot();
    }

    /** The name before the dot at the end; empty when what is before it is no name. */
    String receiver() {
        return beforeLast != null && beforeLast.isLikeName() ? beforeLast.text() : "";
    }

    /** The words of the statements in that block, except the one that begins at an offset. */
    List<String> siblings(int block, int start) {
        return statements.stream()
                .filter(statement -> statement.block() == block && statement.start() != start)
                .map(TypedStatement::word)
                .toList();
    }

    private void step(Token token) {
        if (token.isSeparator() || token.type() == GroovyLangLexer.SH_COMMENT) {
            separate(token);
            return;
        }
        if (!current.isBegun() && !token.isCloser()) {
            current.begin(token);
            statements.add(current);
        } else if (token.isLikeName()) {
            current.value();
        }
        follow(token);
        beforeLast = last;
        last = token;
    }

    private void follow(Token token) {
        switch (token.type()) {
            case GroovyLangLexer.LBRACE -> open(lastIsInText() ? Meaning.IN_TEXT : Meaning.BLOCK, token);
            case GroovyLangLexer.LPAREN -> call(token);
            case GroovyLangLexer.LBRACK -> {
                current.listBegins();
                open(Meaning.LIST, token);
            }
            case GroovyLangLexer.RBRACE, GroovyLangLexer.RPAREN, GroovyLangLexer.RBRACK -> close();
            case GroovyLangLexer.COMMA -> comma();
            case GroovyLangLexer.ASSIGN -> current = new TypedStatement(current.block(), current.enclosing());
            case GroovyLangLexer.COLON -> {
                if (last != null && last.isLikeName()) {
                    current.name(last.text());
                }
            }
            case GroovyLangLexer.StringLiteral -> say(unquoted(token.text()));
            case GroovyLangLexer.IntegerLiteral -> say(token.text());
            case GroovyLangLexer.GStringBegin, GroovyLangLexer.GStringEnd -> current.value();
            default -> {
                // What has no meaning in a declaration changes nothing about where one is.
            }
        }
    }

    private void open(Meaning meaning, Token opener) {
        frames.push(new Frame(meaning, current, opener.start()));
        if (meaning == Meaning.BLOCK) {
            List<String> enclosing = new ArrayList<>(current.enclosing());
            enclosing.add(current.word());
            current = new TypedStatement(opener.start(), enclosing);
        }
    }

    /** The parentheses of the statement's own word, or those of another call, which is a statement of its own. */
    private void call(Token opener) {
        boolean isOwn = last != null && last.start() == current.start();
        frames.push(new Frame(Meaning.CALL, current, opener.start()));
        if (!isOwn && last != null && last.isLikeName()) {
            current = new TypedStatement(opener.start(), current.enclosing());
            current.begin(last);
        }
    }

    private void close() {
        if (frames.isEmpty()) {
            return;
        }
        Frame frame = frames.pop();
        current = frame.owner();
        switch (frame.meaning()) {
            case BLOCK -> current.close();
            case CALL, LIST, IN_TEXT -> current.value();
        }
    }

    private void comma() {
        if (frames.isEmpty() || frames.peek().meaning() != Meaning.LIST) {
            current.nextArgument();
        }
    }

    private void separate(Token token) {
        boolean goesOn = token.type() != GroovyLangLexer.SEMI
                && (lastIs(GroovyLangLexer.COMMA) || lastIs(GroovyLangLexer.COLON) || lastIs(GroovyLangLexer.ASSIGN));
        boolean mayEnd = frames.isEmpty() || frames.peek().meaning() == Meaning.BLOCK;
        if (mayEnd && !goesOn && current.isBegun()) {
            current = new TypedStatement(current.block(), current.enclosing());
        }
    }

    private void say(String value) {
        current.value(value);
        said.add(new TypedText.Said(current.enclosing(), current.word(), current.argument(), value));
    }

    private boolean lastIs(int type) {
        return last != null && last.type() == type;
    }

    private boolean lastIsInText() {
        return lastIs(GroovyLangLexer.GStringBegin) || lastIs(GroovyLangLexer.GStringPart);
    }

    private static String unquoted(String literal) {
        int quotes = literal.startsWith("'''") || literal.startsWith("\"\"\"") ? 3 : 1;
        return literal.length() < 2 * quotes ? literal : literal.substring(quotes, literal.length() - quotes);
    }
}
