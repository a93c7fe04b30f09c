package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.math.BigDecimal;

/** Makes durations and sizes of numbers with units: {@code 15.minutes}. */
final class Quantities {
    private Quantities() {}

    /**
     * The value; what is wrong with it is reported.
     *
     * @param span of the whole
     * @param unitSpan of the unit alone
     */
    static Value value(BigDecimal number, String unitName, SourceSpan span, SourceSpan unitSpan, Findings findings) {
        Unit unit = Unit.of(unitName).orElse(null);
        if (unit == null) {
            findings.error(
                    unitSpan,
                    "unknown unit `" + unitName + "`",
                    Nearest.hints(unitName, Unit.allWords(), "`", "units"));
            return new Value.Unreadable(span);
        }
        try {
            return unit.isTime()
                    ? new Value.Length(unit.duration(number), span)
                    : new Value.Size(unit.size(number), span);
        } catch (ArithmeticException outOfRange) {
            findings.error(span, "`" + number + "." + unitName + "` is negative, too large, or too fine");
            return new Value.Unreadable(span);
        }
    }
}
