package io.hotcopy.dsl;

import io.hotcopy.dsl.PolicyCompiler.TextKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
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

    private static final Comparator<ASTNode> BY_PLACE =
            Comparator.comparingInt(ASTNode::getLineNumber).thenComparingInt(ASTNode::getColumnNumber);

    private TextKinds() {}

    static TextKind of(String text) {
        boolean isDeclaration = GroovyParse.of("", text)
                .tree()
                .map(TextKinds::isDeclaration)
                .orElseGet(() -> beginsLikeDeclaration(text));
        return isDeclaration ? TextKind.DECLARATION : TextKind.SCRIPT;
    }

    private static boolean isDeclaration(ModuleNode module) {
        return scriptPart(module).isEmpty();
    }

    /** The first thing at the top that only a script has; empty for a declaration. */
    static Optional<ASTNode> scriptPart(ModuleNode module) {
        Stream<ASTNode> statements = module.getStatementBlock().getStatements().stream()
                .filter(TreeReader::isWritten)
                .filter(statement -> !isDeclaration(statement))
                .map(ASTNode.class::cast);
        return Stream.concat(ProgramParts.of(module).keySet().stream(), statements)
                .min(BY_PLACE);
    }

    /** Whether the text declares nothing at all, so that it cannot be a declaration with a mistake. */
    static boolean declaresNothing(ModuleNode module) {
        return module.getStatementBlock().getStatements().stream()
                .filter(ExpressionStatement.class::isInstance)
                .map(statement -> ((ExpressionStatement) statement).getExpression())
                .noneMatch(TextKinds::isWord);
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
        return expression instanceof DeclarationExpression definition
                ? !(definition.getRightExpression() instanceof MethodCallExpression)
                : isWord(expression);
    }

    /** Whether a word of the language is used, perhaps in the wrong place or misspelt. */
    private static boolean isWord(Expression expression) {
        if (expression instanceof VariableExpression word) {
            return Vocabulary.allWords().contains(word.getName());
        }
        return expression instanceof MethodCallExpression call
                && call.isImplicitThis()
                && (Vocabulary.allWords().contains(call.getMethodAsString()) || isMisspelt(call));
    }

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
