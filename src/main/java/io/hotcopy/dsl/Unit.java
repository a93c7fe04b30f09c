package io.hotcopy.dsl;

import io.hotcopy.term.ByteSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The units that make a number a duration or a size: {@code 15.minutes}, {@code 1.hour}, {@code 500.MB}. A day has 24
 * hours; sizes are decimal, as the vendor counts.
 */
enum Unit {
    SECOND(ChronoUnit.SECONDS),
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    KB(1_000L),
    MB(1_000_000L),
    GB(1_000_000_000L),
    TB(1_000_000_000_000L);

    private final List<String> words;
    private final BigDecimal nanos;
    private final BigDecimal bytes;

    Unit(ChronoUnit time) {
        String word = name().toLowerCase(Locale.ROOT);
        this.words = List.of(word, word + "s");
        this.nanos = BigDecimal.valueOf(time.getDuration().toNanos());
        this.bytes = BigDecimal.ZERO;
    }

    Unit(long bytes) {
        this.words = List.of(name());
        this.nanos = BigDecimal.ZERO;
        this.bytes = BigDecimal.valueOf(bytes);
    }

    static Optional<Unit> of(String word) {
        return Arrays.stream(values()).filter(unit -> unit.words.contains(word)).findFirst();
    }

    /** Every word of every unit. */
    static List<String> allWords() {
        return Arrays.stream(values()).flatMap(unit -> unit.words.stream()).toList();
    }

    /** A duration of whole seconds as it is written: {@code 90.minutes}, {@code 1.day}. */
    static String written(Duration duration) {
        Unit unit = greatest(duration);
        return unit.count(duration) + "." + unit.wordFor(unit.count(duration));
    }

    /** A duration of whole seconds for people: {@code 90 minutes}, {@code 1 day}. */
    static String inWords(Duration duration) {
        return written(duration).replace('.', ' ');
    }

    /** A size as it is written: {@code 100.GB}, {@code 1.5.KB}. */
    static String written(ByteSize size) {
        Unit unit = Stream.of(TB, GB, MB)
                .filter(candidate -> size.bytes() > 0 && size.bytes() % candidate.bytes.longValueExact() == 0)
                .findFirst()
                .orElse(KB);
        BigDecimal number = BigDecimal.valueOf(size.bytes()).divide(unit.bytes).stripTrailingZeros();
        return number.toPlainString() + "." + unit.words.get(0);
    }

    /** The greatest of day, hour, minute and second of which it is so many. */
    private static Unit greatest(Duration duration) {
        return Stream.of(DAY, HOUR, MINUTE)
                .filter(unit -> !duration.isZero() && duration.toSeconds() % unit.seconds() == 0)
                .findFirst()
                .orElse(SECOND);
    }

    private long count(Duration duration) {
        return duration.toSeconds() / seconds();
    }

    private long seconds() {
        return nanos.movePointLeft(9).longValueExact();
    }

    private String wordFor(long count) {
        return words.get(count == 1 ? 0 : 1);
    }

    boolean isTime() {
        return nanos.signum() > 0;
    }

    /** That many of this unit of time; {@code ArithmeticException} when negative or beyond 292 years. */
    Duration duration(BigDecimal number) {
        return Duration.ofNanos(exactly(number, nanos));
    }

    /** That many of this unit of size; {@code ArithmeticException} when negative, not whole bytes, or beyond 9.2 EB. */
    ByteSize size(BigDecimal number) {
        return new ByteSize(exactly(number, bytes));
    }

    private static long exactly(BigDecimal number, BigDecimal each) {
        if (number.signum() < 0) {
            throw new ArithmeticException("negative: " + number);
        }
        return number.multiply(each).longValueExact();
    }
}
