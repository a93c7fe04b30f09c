package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Reads the words of a declaration from Groovy's tree: {@code def} and {@code for} are unfolded, everything that is not
 * part of a declaration is reported. Which words there are, and what they take, is not asked here.
 */
final class TreeReader {

    private final Places places;
    private final Findings findings;
    private final Quota quota;
    private final Refusals refusals;

    TreeReader(Places places, Findings findings, Quota quota) {
        this.places = places;
        this.findings = findings;
        this.quota = quota;
        this.refusals = new Refusals(places, findings);
    }

    List<Word> read(ModuleNode module) {
        List<Word> words = new ArrayList<>();
        Variables variables = Variables.none();
        ProgramParts.of(module).forEach((node, kind) -> words.add(refusals.programPart(node, kind)));
        module.getStatementBlock().getStatements().stream()
                .filter(TreeReader::isWritten)
                .forEach(statement -> read(statement, variables, words));
        return words;
    }

    /** The parser adds a return to a text without statements. */
    static boolean isWritten(Statement statement) {
        return statement.getLineNumber() > 0;
    }

    private void read(Statement statement, Variables variables, List<Word> words) {
        if (statement.getStatementLabels() != null) {
            words.add(refusals.label(statement));
        } else if (statement instanceof BlockStatement block) {
            block.getStatements().forEach(inner -> read(inner, variables, words));
        } else if (statement instanceof ForStatement loop) {
            unfold(loop, variables, words);
        } else if (statement instanceof ExpressionStatement expression) {
            read(expression.getExpression(), variables, words);
        } else if (!(statement instanceof EmptyStatement)) {
            words.add(refusals.statement(statement));
        }
    }

    private void read(Expression expression, Variables variables, List<Word> words) {
        if (expression instanceof DeclarationExpression definition) {
            define(definition, variables);
        } else if (!quota.takeWord()) {
            findings.error(places.of(expression), "these declarations make more than " + Quota.MOST_WORDS + " words");
        } else if (expression instanceof VariableExpression word) {
            words.add(Word.bare(word.getName(), places.of(word)));
        } else if (expression instanceof MethodCallExpression call && isWord(call)) {
            words.add(word(call, variables));
        } else {
            words.add(refusals.expression(expression));
        }
    }

    private static boolean isWord(MethodCallExpression call) {
        return call.isImplicitThis()
                && !call.isSafe()
                && !call.isSpreadSafe()
                && call.getGenericsTypes() == null
                && call.getMethod() instanceof ConstantExpression;
    }

    private Word word(MethodCallExpression call, Variables variables) {
        ValueReader values = new ValueReader(places, findings, refusals, variables);
        CallArguments arguments = new CallArguments(call, places, findings, refusals, values);
        Optional<List<Word>> block = arguments.block().map(body -> {
            List<Word> words = new ArrayList<>();
            read(body.getCode(), variables.inner(), words);
            return words;
        });
        return new Word(
                call.getMethodAsString(),
                arguments.placed(),
                arguments.named(),
                block,
                arguments.isReadable(),
                places.of(call.getMethod()));
    }

    private void define(DeclarationExpression definition, Variables variables) {
        boolean isPlain = definition.getLeftExpression() instanceof VariableExpression variable
                && variable.isDynamicTyped()
                && variable.getModifiers() == 0
                && definition.getAnnotations().isEmpty()
                && !(definition.getRightExpression() instanceof EmptyExpression);
        if (!isPlain) {
            refusals.expression(definition);
            return;
        }
        VariableExpression variable = (VariableExpression) definition.getLeftExpression();
        Value value = new ValueReader(places, findings, refusals, variables).read(definition.getRightExpression());
        define(variable.getName(), value, places.of(variable), variables);
    }

    private void define(String name, Value value, SourceSpan span, Variables variables) {
        variables
                .placeOf(name)
                .ifPresentOrElse(
                        first -> findings.error(span, "`" + name + "` is defined twice", "first declared at " + first),
                        () -> variables.define(name, value, span));
    }

    private void unfold(ForStatement loop, Variables variables, List<Word> words) {
        boolean isPlain = !(loop.getCollectionExpression() instanceof ClosureListExpression)
                && loop.getIndexVariable() == null
                && loop.getValueVariable().isDynamicTyped();
        if (!isPlain) {
            words.add(refusals.statement(loop));
            return;
        }
        Value list = new ValueReader(places, findings, refusals, variables).read(loop.getCollectionExpression());
        if (list instanceof Value.Items items) {
            items.items().forEach(item -> round(loop, item, variables, words));
        } else {
            if (!(list instanceof Value.Unreadable)) {
                findings.error(list.span(), "`for` goes over a list or a range, not " + list.shown());
            }
            words.add(Word.unreadable("", list.span()));
        }
    }

    private void round(ForStatement loop, Value item, Variables variables, List<Word> words) {
        if (!quota.takeRound()) {
            findings.error(
                    places.of(loop.getValueVariable()),
                    "the loops make more than " + Quota.MOST_ROUNDS + " rounds together");
            return;
        }
        Variables inner = variables.inner();
        define(loop.getValueVariable().getName(), item, places.of(loop.getValueVariable()), inner);
        read(loop.getLoopBlock(), inner, words);
    }
}
