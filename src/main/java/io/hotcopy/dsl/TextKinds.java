package io.hotcopy.dsl;

import io.hotcopy.dsl.PolicyCompiler.TextKind;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Tells declarations from scripts, by what stands at the top of a text. */
final class TextKinds {

    private static final Set<String> WORDS = Set.of("domain", "policy", "include");

    private TextKinds() {}

    static TextKind of(String text) {
        boolean isDeclaration = GroovyParse.of("", text)
                .tree()
                .map(TextKinds::isDeclaration)
                .orElseGet(() -> beginsLikeDeclaration(text));
        return isDeclaration ? TextKind.DECLARATION : TextKind.SCRIPT;
    }

    private static boolean isDeclaration(ModuleNode module) {
        return ProgramParts.of(module).isEmpty() && isDeclaration(module.getStatementBlock());
    }

    private static boolean isDeclaration(Statement statement) {
        if (statement instanceof BlockStatement block) {
            return block.getStatements().stream().filter(TreeReader::isWritten).allMatch(TextKinds::isDeclaration);
        }
        if (statement instanceof ForStatement loop) {
            return isDeclaration(loop.getLoopBlock());
        }
        return statement instanceof ExpressionStatement expression && isDeclaration(expression.getExpression())
                || statement instanceof EmptyStatement;
    }

    private static boolean isDeclaration(Expression expression) {
        if (expression instanceof DeclarationExpression definition) {
            return !(definition.getRightExpression() instanceof MethodCallExpression);
        }
        if (expression instanceof VariableExpression word) {
            return WORDS.contains(word.getName());
        }
        return expression instanceof MethodCallExpression call
                && call.isImplicitThis()
                && (WORDS.contains(call.getMethodAsString()) || isMisspelt(call));
    }

    /** A misspelt word is a mistake in a declaration, not the sign of a script. */
    private static boolean isMisspelt(MethodCallExpression call) {
        boolean isNear =
                Nearest.to(String.valueOf(call.getMethodAsString()), WORDS).isPresent();
        List<Expression> arguments =
                call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
        return isNear && arguments.stream().anyMatch(ClosureExpression.class::isInstance);
    }

    /** What an unreadable text looks like: a declaration, if one of its top lines begins with a declaration's word. */
    private static boolean beginsLikeDeclaration(String text) {
        int depth = 0;
        boolean isStart = true;
        for (Token token : Scan.of(text).tokens()) {
            if (isStart && depth == 0 && token.isName() && WORDS.contains(token.text())) {
                return true;
            }
            depth += token.isOpener() ? 1 : token.isCloser() ? -1 : 0;
            isStart = token.isSeparator();
        }
        return false;
    }
}
