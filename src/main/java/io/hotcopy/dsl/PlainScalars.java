package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands in YAML without quotes by the type that is expected there, from its text. So {@code no} is a name
 * where a name is expected, and {@code 01:00} a time of day; and what YAML's versions read differently where a number
 * or truth is expected ({@code 012}, {@code 1_000}, {@code 12:30}, {@code yes}) is refused, not guessed.
 */
final class PlainScalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
    private static final Pattern QUANTITY = Pattern.compile("(-?)([0-9]+(?:\\.[0-9]+)?)\\.([\\p{L}]+)");
    /** What some YAML readers take for numbers, each for another. */
    private static final Pattern DOUBTFUL =
            Pattern.compile("[-+]?(0[0-9_]+|[0-9][0-9_]*_[0-9_]*|0[xob][0-9a-fA-F_]+|[0-9]+(:[0-9]+)+)(\\.[\\w.]*)?");

    private static final Set<String> TRUTHS = Set.of("yes", "no", "on", "off", "y", "n", "true", "false");

    private final Findings findings;

    PlainScalars(Findings findings) {
        this.findings = findings;
    }

    /** @param type that is expected; empty when nobody knows */
    Value value(YamlNode.Scalar scalar, Optional<ArgumentType> type) {
        String text = scalar.text();
        SourceSpan span = scalar.span();
        if (!scalar.isPlain()) {
            return new Value.Text(text, span);
        }
        if (scalar.isNothing()) {
            return new Value.Foreign("nothing", span);
        }
        if (type.isPresent() && (type.get().isWordsOnly() || type.get().words().contains(text))) {
            return isNumber(text) ? number(scalar) : new Value.Bare(text, List.of(), span);
        }
        return type.isPresent() && type.get().isText() ? new Value.Text(text, span) : typed(scalar);
    }

    private static boolean isNumber(String text) {
        return WHOLE.matcher(text).matches() || QUANTITY.matcher(text).matches();
    }

    private Value typed(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (text.equals("true") || text.equals("false")) {
            return new Value.Truth(text.equals("true"), scalar.span());
        }
        return TRUTHS.contains(text.toLowerCase(Locale.ROOT))
                ? new Value.Foreign("`" + text + "`", scalar.span())
                : number(scalar);
    }

    private Value number(YamlNode.Scalar scalar) {
        String text = scalar.text();
        SourceSpan span = scalar.span();
        Matcher quantity = QUANTITY.matcher(text);
        if (DOUBTFUL.matcher(text).matches()) {
            findings.error(
                    span,
                    "`" + text + "` is not how a number is written",
                    "write it in plain digits, without zeros in front: 12, 15.minutes; in quotes if it is a text");
            return new Value.Unreadable(span);
        }
        if (quantity.matches()) {
            return quantity(quantity, span);
        }
        if (WHOLE.matcher(text).matches()) {
            return new Value.Whole(new BigInteger(text), span);
        }
        return FRACTION.matcher(text).matches()
                ? new Value.Fraction(new BigDecimal(text), span)
                : new Value.Text(text, span);
    }

    private Value quantity(Matcher text, SourceSpan span) {
        if (!text.group(1).isEmpty()) {
            findings.error(span, "a duration or size is not negative");
            return new Value.Unreadable(span);
        }
        SourceSpan unit = new SourceSpan(
                span.file(), span.line(), span.column() + text.start(3), span.endLine(), span.endColumn());
        return Quantities.value(new BigDecimal(text.group(2)), text.group(3), span, unit, findings);
    }
}
