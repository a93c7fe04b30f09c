package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The words for what happens in a simulation, in the time zone of a policy. */
final class Telling {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Stage stage;
    private final ZoneId zone;

    Telling(Stage stage, ZoneId zone) {
        this.stage = stage;
        this.zone = zone;
    }

    /** {@code Tue 2026-12-01 02:00:07}. */
    String time(long instant) {
        return TIME.format(
                Instant.ofEpochMilli(instant).truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** {@code journal hot copy of "east"}. */
    String copy(int group, HotCopyType type) {
        return type.word() + " hot copy of \"" + stage.group(group).declared().name() + "\"";
    }

    /** Why so much is lost: what can be restored, and what comes too late. */
    String loss(long newest, Optional<Published> next) {
        if (newest < 0) {
            return "nothing can be restored";
        }
        return "restorable through " + time(newest)
                + next.map(late -> "; just then the " + copy(late.group(), late.type()) + " begun " + time(late.begun())
                                + " is published")
                        .orElse("");
    }

    /** What a restore reads. */
    String restore(RestoreEstimate estimate) {
        RestoreEstimate.Largest largest = estimate.largest();
        return "archive " + largest.archive() + ": the full of " + time(largest.fullBegun())
                + count(largest.incrementals(), ", %d incremental")
                + count(largest.journals(), ", %d journal element") + ", " + largest.size() + " in all";
    }

    private static String count(long count, String words) {
        return count == 0 ? "" : words.formatted(count) + (count == 1 ? "" : "s");
    }
}
