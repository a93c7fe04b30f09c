package io.hotcopy.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/** The arguments of one call, sorted into those given by place, those given by name, and the block at the end. */
final class CallArguments {

    private final Places places;
    private final Findings findings;
    private final Refusals refusals;
    private final ValueReader values;

    private final List<Value> placed = new ArrayList<>();
    private final List<Word.NamedValue> named = new ArrayList<>();
    private Optional<ClosureExpression> block = Optional.empty();
    private boolean isReadable = true;

    CallArguments(MethodCallExpression call, Places places, Findings findings, Refusals refusals, ValueReader values) {
        this.places = places;
        this.findings = findings;
        this.refusals = refusals;
        this.values = values;
        List<Expression> arguments = call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
        for (int index = 0; index < arguments.size(); index++) {
            sort(arguments.get(index), arguments, index == arguments.size() - 1);
        }
    }

    List<Value> placed() {
        return placed;
    }

    List<Word.NamedValue> named() {
        return named;
    }

    Optional<ClosureExpression> block() {
        return block;
    }

    /** Whether everything could be read, except for values, which tell so themselves. */
    boolean isReadable() {
        return isReadable;
    }

    private void sort(Expression argument, List<Expression> all, boolean isLast) {
        if (argument instanceof ClosureExpression closure && isLast) {
            takeBlock(closure);
        } else if (argument instanceof MapExpression map && isNamedArguments(map, all)) {
            map.getMapEntryExpressions().forEach(this::takeNamed);
        } else {
            placed.add(values.argument(argument));
        }
    }

    private void takeBlock(ClosureExpression closure) {
        if (closure.getParameters() != null && closure.getParameters().length > 0) {
            findings.error(places.of(closure.getParameters()[0]), "a block has no parameters");
        }
        block = Optional.of(closure);
    }

    private void takeNamed(MapEntryExpression entry) {
        if (entry.getKeyExpression() instanceof ConstantExpression key && key.getValue() instanceof String name) {
            named.add(new Word.NamedValue(name, values.argument(entry.getValueExpression()), places.of(key)));
        } else {
            refusals.value(entry.getKeyExpression());
            isReadable = false;
        }
    }

    /**
     * Groovy puts all named arguments into one map, in front of the others; its place reaches over the others too. A
     * map that somebody wrote begins with a bracket.
     */
    private boolean isNamedArguments(MapExpression map, List<Expression> all) {
        if (map instanceof NamedArgumentListExpression) {
            return true;
        }
        boolean reachesOverAnother =
                all.stream().anyMatch(other -> other != map && isBefore(map, other) && endsAfter(map, other));
        return map == all.get(0)
                && (reachesOverAnother || places.characterAt(map.getLineNumber(), map.getColumnNumber()) != '[');
    }

    private static boolean isBefore(Expression one, Expression other) {
        return one.getLineNumber() < other.getLineNumber()
                || one.getLineNumber() == other.getLineNumber() && one.getColumnNumber() <= other.getColumnNumber();
    }

    private static boolean endsAfter(Expression one, Expression other) {
        return one.getLastLineNumber() > other.getLastLineNumber()
                || one.getLastLineNumber() == other.getLastLineNumber()
                        && one.getLastColumnNumber() >= other.getLastColumnNumber();
    }
}
