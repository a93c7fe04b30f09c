package io.hotcopy.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * Makes {@code def x = 1}, typed at the top of a line, the assignment {@code x = 1}, so that later lines know the name.
 */
final class KeptNames extends CompilationCustomizer {

    KeptNames() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (type.isScript()) {
            List<Statement> statements = source.getAST().getStatementBlock().getStatements();
            statements.replaceAll(KeptNames::kept);
        }
    }

    private static Statement kept(Statement statement) {
        if (statement instanceof ExpressionStatement line
                && line.getExpression() instanceof DeclarationExpression declaration) {
            ExpressionStatement assignment = new ExpressionStatement(assignment(declaration));
            assignment.setSourcePosition(statement);
            return assignment;
        }
        return statement;
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression value = declaration.getRightExpression() instanceof EmptyExpression
                ? new ConstantExpression(null)
                : declaration.getRightExpression();
        Token equals = Token.newSymbol(Types.ASSIGN, declaration.getLineNumber(), declaration.getColumnNumber());
        Expression assignment = new BinaryExpression(names(declaration.getLeftExpression()), equals, value);
        assignment.setSourcePosition(declaration);
        return assignment;
    }

    /** The same names, no longer declared. */
    private static Expression names(Expression declared) {
        if (declared instanceof TupleExpression several) {
            return new ArgumentListExpression(
                    several.getExpressions().stream().map(KeptNames::names).toList());
        }
        VariableExpression name = new VariableExpression(((VariableExpression) declared).getName());
        name.setSourcePosition(declared);
        return name;
    }
}
