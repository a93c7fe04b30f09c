package io.hotcopy.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * The look of a text while it is being typed: whether more must come, how to colour it, and where one is in it. Reads
 * with Groovy's own lexer, so declarations and scripts are both understood; never throws on any text.
 */
public final class PolicySyntax {

    /** Whether a text can be compiled as it is. */
    public sealed interface Completeness {

        /** Nothing more has to come. The text may still be wrong. */
        record Complete() implements Completeness {}

        /**
         * More has to come.
         *
         * @param missing what closes everything that is open, innermost first: {@code "})"}, <code>'''</code>, <code>
         *     *&#47;</code>
         * @param depth how many brackets are open: the depth to indent the next line to
         */
        record Open(String missing, int depth) implements Completeness {}

        /**
         * A bracket closes nothing, or another than the innermost open one: more text cannot mend it.
         *
         * @param closer the bracket
         * @param offset where it stands
         */
        record Superfluous(String closer, int offset) implements Completeness {}
    }

    /** What kind of token a stretch of text is. */
    public enum TokenClass {
        /** A name: of the language, an argument, a variable, or a keyword of Groovy. */
        WORD,
        STRING,
        NUMBER,
        COMMENT,
        BRACKET,
        /** Commas, colons, dots and operators. */
        PUNCTUATION,
        /** From the first thing that cannot be read up to the end. */
        UNKNOWN
    }

    /**
     * A stretch of text.
     *
     * @param kind what it is
     * @param start offset of its first character
     * @param end offset after its last
     */
    public record ColouredToken(TokenClass kind, int start, int end) {}

    private PolicySyntax() {}

    public static Completeness completeness(String text) {
        Scan scan = Scan.of(text);
        Brackets brackets = Brackets.of(scan.tokens());
        if (brackets.wrong().isPresent()) {
            Token wrong = brackets.wrong().get();
            return new Completeness.Superfluous(wrong.text(), wrong.start());
        }
        String missing = scan.fault().map(ScanFault::missing).orElse("");
        if (scan.fault().isPresent() && missing.isEmpty()) {
            // The compiler will say what is wrong; more text cannot mend it.
            return new Completeness.Complete();
        }
        StringBuilder closers = new StringBuilder(missing);
        for (int index = brackets.open().size() - 1; index >= 0; index--) {
            closers.append(brackets.open().get(index).closer());
        }
        return closers.isEmpty()
                ? new Completeness.Complete()
                : new Completeness.Open(closers.toString(), brackets.open().size());
    }

    /** The tokens of the text in order; blanks and line ends are in none. */
    public static List<ColouredToken> tokens(String text) {
        Scan scan = Scan.of(text);
        List<ColouredToken> coloured = new ArrayList<>();
        for (Token token : scan.tokens()) {
            classOf(token).ifPresent(kind -> coloured.add(new ColouredToken(kind, token.start(), token.end())));
        }
        scan.fault().ifPresent(fault -> coloured.add(unknown(text, fault)));
        return coloured;
    }

    /**
     * The names of the words whose blocks are around a place, outermost first: {@code domain}, {@code database}. Loops
     * count as nothing.
     *
     * @param offset from 0 to the length of the text
     */
    public static List<String> enclosingWords(String text, int offset) {
        List<Token> before = Scan.of(text.substring(0, offset)).tokens();
        List<String> words = new ArrayList<>();
        Brackets brackets = Brackets.of(before);
        for (Token opener : brackets.open()) {
            if (opener.type() == GroovyLangLexer.LBRACE) {
                headOf(before, opener).ifPresent(words::add);
            }
        }
        return words;
    }

    /** The word that begins the statement of which this brace opens the block. */
    private static Optional<String> headOf(List<Token> tokens, Token brace) {
        int depth = 0;
        int index = tokens.indexOf(brace) - 1;
        while (index >= 0 && (depth > 0 || !isStatementStart(tokens.get(index)))) {
            depth += tokens.get(index).isCloser() ? 1 : tokens.get(index).isOpener() ? -1 : 0;
            index--;
        }
        return Optional.of(tokens.get(index + 1)).filter(Token::isName).map(Token::text);
    }

    private static boolean isStatementStart(Token before) {
        return before.isSeparator() || before.isOpener();
    }

    private static Optional<TokenClass> classOf(Token token) {
        return switch (token.type()) {
            case GroovyLangLexer.NL, GroovyLangLexer.SH_COMMENT ->
                token.text().isBlank() ? Optional.empty() : Optional.of(TokenClass.COMMENT);
            case GroovyLangLexer.StringLiteral,
                    GroovyLangLexer.GStringBegin,
                    GroovyLangLexer.GStringPart,
                    GroovyLangLexer.GStringEnd -> Optional.of(TokenClass.STRING);
            case GroovyLangLexer.IntegerLiteral, GroovyLangLexer.FloatingPointLiteral -> Optional.of(TokenClass.NUMBER);
            default ->
                Optional.of(
                        token.isOpener() || token.isCloser()
                                ? TokenClass.BRACKET
                                : Character.isJavaIdentifierStart(token.text().codePointAt(0))
                                        ? TokenClass.WORD
                                        : TokenClass.PUNCTUATION);
        };
    }

    private static ColouredToken unknown(String text, ScanFault fault) {
        // A comment or text that is still open has the colour it will have when it is closed.
        TokenClass kind = fault.missing().equals("*/")
                ? TokenClass.COMMENT
                : fault.missing().isEmpty() ? TokenClass.UNKNOWN : TokenClass.STRING;
        return new ColouredToken(kind, fault.start(), text.length());
    }
}
