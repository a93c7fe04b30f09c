package io.hotcopy.dsl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * A declaration, or any Groovy, while it is being typed: what may stand at the cursor, and what the text has said.
 * Reads with the lexer alone; never throws on any text.
 *
 * @param place where the cursor is
 * @param said every literal of the text before the cursor, and after it as far as the text can be read
 */
public record TypedText(Place place, List<Said> said) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'\"])\\d[\\d_]*(\\.\\d+)?(\\.[A-Za-z]*)?$");

    /** What may stand at the cursor. */
    public enum Slot {
        /** The word that begins a statement. */
        WORD,
        /** An argument of the word: a value, or the name of an argument. */
        ARGUMENT,
        /** A value only: after {@code name:}, or in a list. */
        VALUE,
        /** What belongs to the name before the dot. */
        MEMBER,
        /** Nothing that could be known. */
        NOTHING
    }

    /**
     * Where the cursor is.
     *
     * @param slot what may stand there
     * @param enclosing the words whose blocks are around it, outermost first
     * @param word the word of the statement, or the name before the dot; empty at the beginning of a statement
     * @param argument the name before the colon when a value of it is typed, else empty
     * @param index how many values were given by place before
     * @param given the names of arguments that the statement has, the one being typed among them
     * @param values those already in the list that is being typed
     * @param siblings the words of the other statements in the same block, in order
     * @param start offset of what is being typed, after its quote
     * @param quote the quote that is open; empty when none is
     */
    public record Place(
            Slot slot,
            List<String> enclosing,
            String word,
            String argument,
            int index,
            List<String> given,
            List<String> values,
            List<String> siblings,
            int start,
            String quote) {}

    /**
     * One literal.
     *
     * @param enclosing the words whose blocks are around it, outermost first
     * @param word of the statement
     * @param argument the name before the colon; empty when it is given by place
     * @param value without quotes
     */
    public record Said(List<String> enclosing, String word, String argument, String value) {}

    public TypedText {
        said = List.copyOf(said);
    }

    /** @param cursor from 0 to the length of the text */
    public static TypedText of(String text, int cursor) {
        Scan before = Scan.of(text.substring(0, cursor));
        StatementWalk whole = StatementWalk.over(Scan.of(text).tokens());
        StatementWalk sofar = StatementWalk.over(before.tokens());
        List<Said> said = whole.said().size() > sofar.said().size() ? whole.said() : sofar.said();
        return new TypedText(place(before, whole), said);
    }

    private static Place place(Scan before, StatementWalk whole) {
        List<Token> tokens = before.tokens();
        if (before.fault().isPresent()) {
            return openText(before)
                    .map(quote -> placeAfter(tokens, before.fault().get().start() + quote.length(), quote, whole))
                    .orElseGet(() -> nowhere(before));
        }
        int start = startOfTyped(before);
        int kept = tokens.size();
        while (kept > 0 && tokens.get(kept - 1).start() >= start) {
            kept--;
        }
        boolean touches =
                kept > 0 && tokens.get(kept - 1).end() == before.text().length();
        return touches && !mayFollow(tokens.get(kept - 1), before.text())
                ? nowhere(before)
                : placeAfter(tokens.subList(0, kept), start, "", whole);
    }

    private static Place placeAfter(List<Token> tokens, int start, String quote, StatementWalk whole) {
        StatementWalk walk = StatementWalk.over(tokens);
        TypedStatement at = walk.current();
        List<String> siblings = whole.siblings(at.block(), at.isBegun() ? at.start() : start);
        return new Place(
                walk.slot(),
                at.enclosing(),
                walk.slot() == Slot.MEMBER ? walk.receiver() : at.word(),
                at.argument(),
                at.index(),
                at.given(),
                at.values(),
                siblings,
                start,
                quote);
    }

    private static Place nowhere(Scan before) {
        int end = before.text().length();
        return new Place(Slot.NOTHING, List.of(), "", "", 0, List.of(), List.of(), List.of(), end, "");
    }

    /** The quotes of the text that is still open on the cursor's line. */
    private static Optional<String> openText(Scan before) {
        int start = before.fault().get().start();
        String rest = before.text().substring(start);
        return rest.isEmpty() || "'\"".indexOf(rest.charAt(0)) < 0 || rest.contains("\n")
                ? Optional.empty()
                : Optional.of(before.fault().get().missing().isEmpty() ? rest.substring(0, 1) : rest.substring(0, 3));
    }

    /** Where the name or number at the end of the text begins; the end when there is none. */
    private static int startOfTyped(Scan before) {
        Matcher number = NUMBER.matcher(before.text());
        if (number.find()) {
            return number.start();
        }
        List<Token> tokens = before.tokens();
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean isTyped = last != null && last.end() == before.text().length() && last.isLikeName();
        return isTyped ? last.start() : before.text().length();
    }

    /** Whether something may be typed right after this token, without a blank between. */
    private static boolean mayFollow(Token token, String text) {
        return switch (token.type()) {
            case GroovyLangLexer.NL, GroovyLangLexer.SH_COMMENT -> text.endsWith("\n");
            default ->
                token.isOpener()
                        || token.type() == GroovyLangLexer.COMMA
                        || token.type() == GroovyLangLexer.COLON
                        || token.type() == GroovyLangLexer.SEMI
                        || token.type() == GroovyLangLexer.ASSIGN
                        || token.type() == GroovyLangLexer.DOT;
        };
    }
}
