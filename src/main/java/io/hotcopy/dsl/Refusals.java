package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/** Reports what Groovy can read but a declaration does not have. */
final class Refusals {

    private static final String[] STATEMENTS = {
        "a declaration holds words, `def NAME = value`, `for (x in list)` and `include`",
        "a program is a script: hotcopy run FILE"
    };
    private static final String VALUES =
            "a value is a text, a number, true, false, a duration, a size, a list, a range, or a name given by def";

    private static final Map<Class<? extends ASTNode>, String> KINDS = Map.ofEntries(
            Map.entry(AssertStatement.class, "`assert`"),
            Map.entry(DoWhileStatement.class, "`do`"),
            Map.entry(ForStatement.class, "a `for` that is not `for (x in list)`"),
            Map.entry(IfStatement.class, "`if`"),
            Map.entry(ReturnStatement.class, "`return`"),
            Map.entry(SwitchStatement.class, "`switch`"),
            Map.entry(ThrowStatement.class, "`throw`"),
            Map.entry(TryCatchStatement.class, "`try`"),
            Map.entry(WhileStatement.class, "`while`"),
            Map.entry(CastExpression.class, "a cast"),
            Map.entry(ClosureExpression.class, "a block without a word"),
            Map.entry(ConstructorCallExpression.class, "`new`"),
            Map.entry(DeclarationExpression.class, "a variable that is not `def NAME = value`"),
            Map.entry(ElvisOperatorExpression.class, "`?:`"),
            Map.entry(MapExpression.class, "a map"),
            Map.entry(MethodCallExpression.class, "a call"),
            Map.entry(PropertyExpression.class, "a property"),
            Map.entry(SpreadExpression.class, "`*`"),
            Map.entry(TernaryExpression.class, "`? :`"),
            Map.entry(UnaryMinusExpression.class, "`-`"));

    private final Places places;
    private final Findings findings;

    Refusals(Places places, Findings findings) {
        this.places = places;
        this.findings = findings;
    }

    /** Reports an expression where a value should be. */
    Value value(Expression expression) {
        SourceSpan span = places.of(expression);
        findings.error(span, kind(expression) + " is not a value of a declaration", VALUES);
        return new Value.Unreadable(span);
    }

    /** Reports a statement; what comes back says which word it may have been meant for. */
    Word statement(Statement statement) {
        return refuse(statement, kind(statement) + " is not part of a declaration", "", STATEMENTS);
    }

    /** Reports an expression that stands as a statement. */
    Word expression(Expression expression) {
        if (expression instanceof BinaryExpression index
                && index.getOperation().getText().equals("[")
                && index.getLeftExpression() instanceof VariableExpression word) {
            String name = word.getName();
            return refuse(
                    expression,
                    "`" + name + "` takes its arguments without brackets around them",
                    name,
                    "leave out the brackets: " + name + " a, b");
        }
        Optional<Expression> link = lastLink(expression);
        String first = firstWord(expression);
        if (link.isPresent() && !first.isEmpty()) {
            return refuse(
                    link.get(),
                    "unexpected argument after `" + first + "`",
                    first,
                    "is a comma missing before or after `" + link.get().getText() + "`?");
        }
        return refuse(expression, kind(expression) + " is not part of a declaration", "", STATEMENTS);
    }

    /** Reports {@code name:} at the beginning of a statement. */
    Word label(Statement statement) {
        String label = statement.getStatementLabels().get(0);
        int column = places.line(statement.getLineNumber()).indexOf(label + ":") + 1;
        SourceSpan span =
                column > 0 ? places.of(statement.getLineNumber(), column, label.length() + 1) : places.of(statement);
        findings.error(
                span,
                "`" + label + ":` stands at the beginning of a statement",
                "if it is an argument of the line before, end that line with a comma",
                "a word has no colon: " + label + " …");
        return Word.unreadable(label, span);
    }

    /** Reports a part of a program that is no statement: an import, a class, a method. */
    Word programPart(ASTNode node, String kind) {
        return refuse(node, kind + " is not part of a declaration", "", STATEMENTS);
    }

    /** @param name the word that the statement was probably meant for, or empty */
    private Word refuse(ASTNode node, String message, String name, String... hints) {
        SourceSpan span = places.of(node);
        findings.error(span, message, hints);
        return Word.unreadable(name, span);
    }

    /**
     * {@code region 'east' hosts: […]}, {@code region 'a' hosts 'b'} and {@code full at 'noon'} are chains of calls and
     * properties to Groovy; this is what it takes for the name of the last, if no dot stands before it.
     */
    private Optional<Expression> lastLink(Expression chain) {
        return name(chain).filter(name -> places.characterAt(name.getLineNumber(), name.getColumnNumber() - 1) == ' ');
    }

    private static Optional<Expression> name(Expression chain) {
        if (chain instanceof MethodCallExpression call && !call.isImplicitThis()) {
            return Optional.of(call.getMethod());
        }
        return chain instanceof PropertyExpression property ? Optional.of(property.getProperty()) : Optional.empty();
    }

    /** The word that a chain begins with; empty when it begins otherwise. */
    private static String firstWord(Expression chain) {
        Expression first = chain;
        while (name(first).isPresent()) {
            first = first instanceof MethodCallExpression call
                    ? call.getObjectExpression()
                    : ((PropertyExpression) first).getObjectExpression();
        }
        if (first instanceof MethodCallExpression call) {
            return call.getMethodAsString();
        }
        return first instanceof VariableExpression variable ? variable.getName() : "";
    }

    private static String kind(ASTNode node) {
        if (node instanceof DeclarationExpression) {
            return KINDS.get(DeclarationExpression.class);
        }
        return node instanceof BinaryExpression binary
                ? "`" + binary.getOperation().getText() + "`"
                : KINDS.getOrDefault(node.getClass(), "this");
    }
}
