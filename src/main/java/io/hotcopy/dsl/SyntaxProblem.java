package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says in our words what Groovy's parser has against a text. */
final class SyntaxProblem {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicated named parameter '(.*)' found");

    private SyntaxProblem() {}

    static Problem of(Places places, String text, SyntaxException error) {
        Matcher duplicate = DUPLICATE.matcher(error.getOriginalMessage());
        if (duplicate.matches()) {
            String name = duplicate.group(1);
            return Problem.error(
                    places.of(error.getStartLine(), error.getStartColumn(), name.length()),
                    "`" + name + ":` stands twice here");
        }
        List<Token> tokens = Scan.of(text).tokens();
        int index = indexAt(tokens, error.getStartLine(), error.getStartColumn());
        return index < tokens.size() ? atToken(places, tokens, index) : atEnd(places, tokens);
    }

    private static int indexAt(List<Token> tokens, int line, int column) {
        int index = 0;
        while (index < tokens.size() && isBefore(tokens.get(index), line, column)) {
            index++;
        }
        return index;
    }

    private static boolean isBefore(Token token, int line, int column) {
        return token.line() < line || token.line() == line && token.column() < column;
    }

    private static Problem atToken(Places places, List<Token> tokens, int index) {
        Token token = tokens.get(index);
        Token before = index > 0 ? tokens.get(index - 1) : token;
        if (token.type() == GroovyLangLexer.NL) {
            return Problem.error(places.of(before), "this line ends too early");
        }
        if (token.type() == GroovyLangLexer.COLON && before.isName() && index > 1) {
            return Problem.error(
                    places.of(before),
                    "unexpected argument `" + before.text() + ":`",
                    "is a comma missing before `" + before.text() + ":`?");
        }
        return Problem.error(places.of(token), "unexpected `" + token.text() + "`");
    }

    private static Problem atEnd(Places places, List<Token> tokens) {
        SourceSpan place = tokens.isEmpty() ? places.start() : places.of(tokens.get(tokens.size() - 1));
        return Problem.error(place, "the text ends too early");
    }
}
