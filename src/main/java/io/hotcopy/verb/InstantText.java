package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Times as people write them. */
public final class InstantText {

    private static final Pattern OFFSET = Pattern.compile("T.*(Z|[+-][0-9:]+)$");

    private InstantText() {}

    /**
     * Reads a time.
     *
     * @param text ISO with an offset, as {@code 2026-11-22T10:00:00+01:00} or {@code …Z}; without one it is UTC. A
     *     blank may stand in place of the T, and seconds may be left out
     * @throws HotCopyException when it is none
     */
    public static Instant parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /**
     * Reads a time.
     *
     * @param zone whose clocks a time without an offset means
     * @throws HotCopyException when it is none
     */
    public static Instant parse(String text, ZoneId zone) {
        String iso = text.strip().replaceFirst(" ", "T");
        try {
            return OFFSET.matcher(iso).find()
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException wrong) {
            throw new HotCopyException(
                    "\"" + text + "\" is no time",
                    wrong,
                    "A time is written as 2026-11-22T10:00:00+01:00; without an offset it is in "
                            + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone) + ".");
        }
    }
}
