package io.hotcopy.shell.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
    private Figures() {}

    /** {@code 5.1 s} from nanoseconds. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** {@code 42.0 MB/s} from bytes a second, in decimal megabytes. */
    public static String megabytesPerSecond(double bytesPerSecond) {
        return String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1e6);
    }

    /** {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * The two greatest units: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 4 d 1 h}; the second is left
     * out when it is none.
     */
    public static String shortly(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return twoUnits(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 86_400
                ? twoUnits(seconds / 3_600, "h", seconds / 60 % 60, "min")
                : twoUnits(seconds / 86_400, "d", seconds / 3_600 % 24, "h");
    }

    private static String twoUnits(long great, String unit, long small, String smaller) {
        return great + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }

    /** An instant to the second, ISO with offset, by the clocks of a zone. */
    public static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** An instant to the second, ISO with offset, in UTC. */
    public static String at(Instant instant) {
        return at(instant, ZoneOffset.UTC);
    }
}
