package io.hotcopy.shell.screen;

import io.hotcopy.term.ByteSize;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far one task has come.
 *
 * @param name of the task
 * @param done bytes moved so far
 * @param total bytes expected, 0 when unknown
 * @param nanos nanoseconds since it began, or from begin to end
 * @param finished whether it ended well
 */
record TaskProgress(String name, long done, long total, long nanos, boolean finished) {

    /** Bytes a second since the beginning; zero in the first instant. */
    double rate() {
        return nanos <= 0 ? 0 : done * 1e9 / nanos;
    }

    /** Between 0 and 1; empty when the total is unknown. */
    Optional<Double> fraction() {
        return total <= 0 ? Optional.empty() : Optional.of(Math.min(1.0, (double) done / total));
    }

    /** How long the rest takes at the rate so far; empty when that cannot be said. */
    Optional<Duration> remaining() {
        boolean known = total > 0 && done > 0 && done <= total && nanos > 0;
        return known ? Optional.of(Duration.ofMillis((long) ((total - done) / rate() * 1000))) : Optional.empty();
    }

    /** {@code 214 MB in 5.1 s, 42.0 MB/s}. */
    String summary() {
        return new ByteSize(done) + " in " + Figures.seconds(nanos) + ", " + Figures.megabytesPerSecond(rate());
    }

    /** {@code 104 MB of 214 MB 42.0 MB/s 3 s left}. */
    String figures() {
        String amount = total > 0 ? new ByteSize(done) + " of " + new ByteSize(total) : new ByteSize(done).toString();
        String left =
                remaining().map(time -> "  " + Figures.shortly(time) + " left").orElse("");
        return String.format(Locale.ROOT, "%s  %s%s", amount, Figures.megabytesPerSecond(rate()), left);
    }
}
