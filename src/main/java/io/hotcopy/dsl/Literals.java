package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ByteSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Makes values of Java objects, the same for those the parser has made and those a script computes. */
final class Literals {

    private Literals() {}

    static Value value(Object object, SourceSpan span) {
        if (object instanceof CharSequence text) {
            return new Value.Text(text.toString(), span);
        }
        if (object instanceof Boolean isTrue) {
            return new Value.Truth(isTrue, span);
        }
        if (object instanceof Number number) {
            return number(number, span);
        }
        if (object instanceof Duration duration) {
            return new Value.Length(duration, span);
        }
        if (object instanceof ByteSize size) {
            return new Value.Size(size, span);
        }
        if (object instanceof Unquoted name) {
            return name.use(span);
        }
        return object instanceof List<?> list
                ? new Value.Items(list.stream().map(item -> value(item, span)).toList(), span)
                : new Value.Foreign(
                        object == null ? "null" : "a " + object.getClass().getSimpleName(), span);
    }

    private static Value number(Number number, SourceSpan span) {
        boolean isWhole = number instanceof Integer
                || number instanceof Long
                || number instanceof BigInteger
                || number instanceof Short
                || number instanceof Byte;
        return isWhole ? new Value.Whole(new BigInteger(number.toString()), span) : fraction(number.toString(), span);
    }

    /** Infinity and the like have no decimal form. */
    private static Value fraction(String number, SourceSpan span) {
        try {
            return new Value.Fraction(new BigDecimal(number), span);
        } catch (NumberFormatException notFinite) {
            return new Value.Foreign(number, span);
        }
    }

    /** The number that a unit can follow. */
    static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(new BigDecimal(whole.number()));
        }
        return value instanceof Value.Fraction fraction ? Optional.of(fraction.number()) : Optional.empty();
    }

    /** Whether the value can stand inside a text. */
    static boolean isPlain(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Whole
                || value instanceof Value.Fraction
                || value instanceof Value.Truth;
    }

    /** How a plain value stands inside a text. */
    static String plain(Value value) {
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Whole whole ? whole.number().toString() : value.shown();
    }

    /** The whole numbers from the first to the last, downwards if the last is less; empty when they are too many. */
    static Optional<Value> range(BigInteger first, BigInteger last, boolean isInclusive, SourceSpan span) {
        if (first.subtract(last).abs().compareTo(BigInteger.valueOf(Quota.MOST_ROUNDS - 1)) > 0
                || first.abs().bitLength() > 62) {
            return Optional.empty();
        }
        long from = first.longValueExact();
        long distance = last.longValueExact() - from;
        long count = Math.abs(distance) + (isInclusive ? 1 : 0);
        long step = Long.signum(distance);
        return Optional.of(new Value.Items(
                LongStream.range(0, count)
                        .mapToObj(index -> whole(from + step * index, span))
                        .toList(),
                span));
    }

    private static Value whole(long number, SourceSpan span) {
        return new Value.Whole(BigInteger.valueOf(number), span);
    }
}
