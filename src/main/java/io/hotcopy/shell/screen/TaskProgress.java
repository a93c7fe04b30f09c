package io.hotcopy.shell.screen;

import io.hotcopy.term.ByteSize;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far one task has come.
 *
 * @param name of the task
 * @param done bytes moved so far, or things looked at
 * @param total bytes or things expected, 0 when unknown
 * @param things what they are, in the plural; empty of bytes
 * @param nanos nanoseconds since it began, or from begin to end
 * @param rate how many a second lately; of a finished one, all the time
 * @param finished whether it ended well
 */
record TaskProgress(
        String name, long done, long total, Optional<String> things, long nanos, double rate, boolean finished) {

    /** Between 0 and 1; empty when the total is unknown. */
    Optional<Double> fraction() {
        return total <= 0 ? Optional.empty() : Optional.of(Math.min(1.0, (double) done / total));
    }

    /** {@code 60 %}; nothing when the total is unknown. A task that is not finished never says 100. */
    String percent() {
        return fraction()
                .map(share -> (finished ? 100 : Math.min(99, (int) (share * 100))) + " %")
                .orElse("");
    }

    /** How long the rest takes at the present rate; empty when that cannot be said. */
    Optional<Duration> remaining() {
        boolean known = !finished && total > 0 && done <= total && rate > 0;
        return known ? Optional.of(Duration.ofMillis((long) ((total - done) / rate * 1000))) : Optional.empty();
    }

    /** {@code 104 MB of 214 MB}, {@code 12 of 240 failures}. */
    String amount() {
        return things.map(words ->
                        Figures.grouped(done) + (total > 0 ? " of " + Figures.grouped(total) : "") + " " + words)
                .orElseGet(() -> new ByteSize(done) + (total > 0 && !finished ? " of " + new ByteSize(total) : ""));
    }

    /** {@code 42.0 MB/s}, {@code 12 a second}. */
    String speed() {
        return things.isPresent()
                ? String.format(Locale.ROOT, "%,.0f a second", rate)
                : Figures.megabytesPerSecond(rate);
    }

    /** {@code 3 s left}, and when it is finished {@code 5.1 s}. */
    String time() {
        return finished
                ? Figures.seconds(nanos)
                : remaining().map(left -> Figures.shortly(left) + " left").orElse("");
    }

    /** {@code 214 MB in 5.1 s, 42.0 MB/s}. */
    String summary() {
        return amount() + " in " + Figures.seconds(nanos) + ", " + speed();
    }

    /** {@code 104 MB of 214 MB 42.0 MB/s 3 s left}. */
    String figures() {
        return amount() + "  " + speed() + (time().isEmpty() ? "" : "  " + time());
    }
}
