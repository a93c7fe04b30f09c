package io.hotcopy.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Marks the value of each {@code return} that a script writes itself, so that it can be told from the value of its last
 * line: only what is returned on purpose is an exit code.
 */
final class ExplicitReturns extends CompilationCustomizer {

    ExplicitReturns() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (type.isScript()) {
            source.getAST().getStatementBlock().visit(new Marker());
        }
    }

    private static final class Marker extends CodeVisitorSupport {
        @Override
        public void visitReturnStatement(ReturnStatement statement) {
            statement.setExpression(new ConstructorCallExpression(
                    ClassHelper.make(ReturnedValue.class),
                    new ArgumentListExpression(List.of(statement.getExpression()))));
        }

        /** A closure's return is its own affair. */
        @Override
        public void visitClosureExpression(ClosureExpression closure) {}
    }
}
