package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * A span of time as columns of a line: cells of one length up to now, one column that marks now, and cells after it.
 *
 * @param from where it begins
 * @param now the moment of the mark
 * @param to where it ends, not before now
 * @param past cells before the mark, at least one; so the mark is in the column of this number
 * @param ahead cells after the mark; none when it ends now
 */
record TimeStrip(Instant from, Instant now, Instant to, int past, int ahead) {

    /** @param columns for everything, the mark among them */
    static TimeStrip of(Instant from, Instant now, Instant to, int columns) {
        int cells = columns - 1;
        double share = (double) Duration.between(from, now).toSeconds()
                / Duration.between(from, to).toSeconds();
        boolean endsNow = to.equals(now);
        int past = endsNow ? cells : Math.min(cells - 1, Math.max(1, (int) Math.round(cells * share)));
        return new TimeStrip(from, now, to, past, cells - past);
    }

    int columns() {
        return past + 1 + ahead;
    }

    /** The column of a moment that lies in the span. */
    int columnOf(Instant at) {
        return at.isAfter(now) ? past + 1 + cell(now, at, to, ahead) : cell(from, at, now, past);
    }

    private static int cell(Instant begin, Instant at, Instant end, int cells) {
        double share = (double) Duration.between(begin, at).toMillis()
                / Duration.between(begin, end).toMillis();
        return Math.min(cells - 1, (int) (share * cells));
    }

    /** Where a cell before now begins; the one after the last begins now. */
    Instant begin(int cell) {
        return from.plus(Duration.between(from, now).multipliedBy(cell).dividedBy(past));
    }

    /** How long a column before now is. */
    Duration cellLength() {
        return Duration.between(from, now).dividedBy(past);
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** A line of marks, each in its ink; blanks at the end are left out. */
    static AttributedString inked(char[] cells, Function<Character, Ink> ink) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        String text = new String(cells).stripTrailing();
        for (int at = 0; at < text.length(); at++) {
            line.append(ink.apply(text.charAt(at)).of(text.substring(at, at + 1)));
        }
        return line.toAttributedString();
    }
}
