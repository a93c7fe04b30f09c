package io.hotcopy.dsl;

import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * One token of Groovy's lexer.
 *
 * @param type one of the lexer's constants
 * @param text as written
 * @param line counted from one
 * @param column counted from one
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(int type, String text, int line, int column, int start, int end) {

    boolean isOpener() {
        return type == GroovyLangLexer.LBRACE || type == GroovyLangLexer.LPAREN || type == GroovyLangLexer.LBRACK;
    }

    boolean isCloser() {
        return type == GroovyLangLexer.RBRACE || type == GroovyLangLexer.RPAREN || type == GroovyLangLexer.RBRACK;
    }

    /** Whether this bracket closes that one. */
    boolean closes(Token opener) {
        return text.equals(opener.closer());
    }

    /** The bracket that would close this one. */
    String closer() {
        return type == GroovyLangLexer.LBRACE ? "}" : type == GroovyLangLexer.LPAREN ? ")" : "]";
    }

    /** Whether the token is a name as people write words: of the language, of a variable, of an argument. */
    boolean isName() {
        return type == GroovyLangLexer.Identifier || type == GroovyLangLexer.CapitalizedIdentifier;
    }

    /** Whether it is a name or a keyword: what was typed of a name may be a keyword by chance. */
    boolean isLikeName() {
        return Character.isJavaIdentifierStart(text.codePointAt(0));
    }

    /** Whether a statement may end here: at a line's end, at a comment or at a semicolon. */
    boolean isSeparator() {
        return type == GroovyLangLexer.NL || type == GroovyLangLexer.SEMI;
    }
}
