package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Reads the values of a declaration: literals, lists, ranges, names that have a value, and texts with these inside. */
final class ValueReader {

    private final Places places;
    private final Findings findings;
    private final Refusals refusals;
    private final Variables variables;

    ValueReader(Places places, Findings findings, Refusals refusals, Variables variables) {
        this.places = places;
        this.findings = findings;
        this.refusals = refusals;
        this.variables = variables;
    }

    /** An argument of a word: alone it may be a word of the language. */
    Value argument(Expression expression) {
        if (expression instanceof VariableExpression name
                && variables.value(name.getName()).isEmpty()) {
            return bare(name.getName(), places.of(name));
        }
        return read(expression);
    }

    Value read(Expression expression) {
        SourceSpan span = places.of(expression);
        if (expression instanceof ConstantExpression constant) {
            return Literals.value(constant.getValue(), span);
        }
        if (expression instanceof VariableExpression variable) {
            return variable(variable.getName(), span);
        }
        if (expression instanceof GStringExpression text) {
            return text(text, span);
        }
        if (expression instanceof PropertyExpression property) {
            return quantity(property, span);
        }
        if (expression instanceof UnaryMinusExpression minus
                && minus.getExpression() instanceof PropertyExpression quantity) {
            return negative(quantity, span);
        }
        if (expression instanceof RangeExpression range) {
            return range(range, span);
        }
        return expression instanceof ListExpression list
                ? new Value.Items(list.getExpressions().stream().map(this::read).toList(), span)
                : refusals.value(expression);
    }

    private Value variable(String name, SourceSpan span) {
        return variables.value(name).map(value -> value.at(span)).orElseGet(() -> {
            bare(name, span).report(findings);
            return new Value.Unreadable(span);
        });
    }

    private Value.Bare bare(String name, SourceSpan span) {
        return new Value.Bare(name, unknownNameHints(name), span);
    }

    private List<String> unknownNameHints(String name) {
        return Nearest.to(name, variables.names())
                .map(near -> List.of("did you mean `" + near + "`?"))
                .orElse(List.of("a name that you invent stands in quotes: '" + name + "'"));
    }

    private Value text(GStringExpression text, SourceSpan span) {
        List<Value> values = text.getValues().stream().map(this::read).toList();
        StringBuilder whole = new StringBuilder();
        for (int index = 0; index < text.getStrings().size(); index++) {
            whole.append(text.getStrings().get(index).getValue());
            if (index < values.size()) {
                Value value = values.get(index);
                if (!Literals.isPlain(value)) {
                    return notInText(value);
                }
                whole.append(Literals.plain(value));
            }
            if (whole.length() > Quota.LONGEST_TEXT) {
                findings.error(span, "this text is longer than " + Quota.LONGEST_TEXT + " characters");
                return new Value.Unreadable(span);
            }
        }
        return new Value.Text(whole.toString(), span);
    }

    private Value notInText(Value value) {
        if (!(value instanceof Value.Unreadable)) {
            findings.error(value.span(), "a text can hold texts and numbers, not " + value.shown());
        }
        return new Value.Unreadable(value.span());
    }

    /** A number with a unit: {@code 15.minutes}. */
    private Value quantity(PropertyExpression property, SourceSpan span) {
        boolean isNumber = property.getObjectExpression() instanceof ConstantExpression
                || property.getObjectExpression() instanceof VariableExpression;
        if (!isNumber || property.isSafe() || !(property.getProperty() instanceof ConstantExpression unit)) {
            return refusals.value(property);
        }
        Value number = read(property.getObjectExpression());
        return Literals.number(number)
                .map(value -> Quantities.value(value, unit.getText(), span, places.of(unit), findings))
                .orElseGet(() -> number instanceof Value.Unreadable ? number : refusals.value(property));
    }

    /** To Groovy, {@code -5.minutes} is the negative of a quantity. */
    private Value negative(PropertyExpression quantity, SourceSpan span) {
        Value value = quantity(quantity, span);
        if (!(value instanceof Value.Unreadable)) {
            findings.error(span, "a duration or size is not negative");
        }
        return new Value.Unreadable(span);
    }

    private Value range(RangeExpression range, SourceSpan span) {
        Value from = read(range.getFrom());
        Value to = read(range.getTo());
        if (from instanceof Value.Whole first && to instanceof Value.Whole last && !range.isExclusiveLeft()) {
            return Literals.range(first.number(), last.number(), range.isInclusive(), span)
                    .orElseGet(() -> {
                        findings.error(span, "a range has at most " + Quota.MOST_ROUNDS + " numbers");
                        return new Value.Unreadable(span);
                    });
        }
        if (!(from instanceof Value.Unreadable || to instanceof Value.Unreadable)) {
            findings.error(span, "a range goes from one whole number to another, as in 1..3");
        }
        return new Value.Unreadable(span);
    }
}
