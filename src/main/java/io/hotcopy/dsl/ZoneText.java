package io.hotcopy.dsl;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads time zones. */
final class ZoneText {
    private ZoneText() {}

    static Reading read(Value value) {
        if (!(value instanceof Value.Text text)) {
            return Reading.otherKind();
        }
        try {
            return Reading.fits(ZoneId.of(text.text()));
        } catch (DateTimeException unknown) {
            return nearest(text.text())
                    .map(near -> Reading.faulty(unknown(text), "did you mean '" + near + "'?"))
                    .orElseGet(() -> Reading.faulty(unknown(text), TYPICAL));
        }
    }

    private static final String TYPICAL =
            "a time zone is named by region and city, as in 'Europe/Berlin' or 'America/New_York', or is 'UTC'";

    private static String unknown(Value.Text text) {
        return "unknown time zone " + text.shown();
    }

    /** The zone with the nearest name, or of the city that was named alone. */
    private static Optional<String> nearest(String text) {
        Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        String city = "/" + text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return Nearest.to(text, zones).or(() -> zones.stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
                .findFirst());
    }
}
