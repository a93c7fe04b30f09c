package io.hotcopy.dsl;

import io.hotcopy.term.ByteSize;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The units as properties of numbers in scripts and specifications, where Groovy looks them up here as an extension
 * module. The values are those that a declaration's literals have.
 */
public final class NumberWords {

    private NumberWords() {}

    public static Duration getSecond(Number self) {
        return Unit.SECOND.duration(decimal(self));
    }

    public static Duration getSeconds(Number self) {
        return Unit.SECOND.duration(decimal(self));
    }

    public static Duration getMinute(Number self) {
        return Unit.MINUTE.duration(decimal(self));
    }

    public static Duration getMinutes(Number self) {
        return Unit.MINUTE.duration(decimal(self));
    }

    public static Duration getHour(Number self) {
        return Unit.HOUR.duration(decimal(self));
    }

    public static Duration getHours(Number self) {
        return Unit.HOUR.duration(decimal(self));
    }

    public static Duration getDay(Number self) {
        return Unit.DAY.duration(decimal(self));
    }

    public static Duration getDays(Number self) {
        return Unit.DAY.duration(decimal(self));
    }

    public static Duration getWeek(Number self) {
        return Unit.WEEK.duration(decimal(self));
    }

    public static Duration getWeeks(Number self) {
        return Unit.WEEK.duration(decimal(self));
    }

    public static ByteSize getKB(Number self) {
        return Unit.KB.size(decimal(self));
    }

    public static ByteSize getMB(Number self) {
        return Unit.MB.size(decimal(self));
    }

    public static ByteSize getGB(Number self) {
        return Unit.GB.size(decimal(self));
    }

    public static ByteSize getTB(Number self) {
        return Unit.TB.size(decimal(self));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
