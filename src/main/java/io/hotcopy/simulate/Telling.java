package io.hotcopy.simulate;

import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

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

    /** Why so much is lost at an instant. */
    String loss(long at, long newest, Log log) {
        if (newest < 0) {
            return "nothing can be restored";
        }
        int next = log.firstAfter(at - 1);
        String late = next < log.size() && log.get(next).at() == at
                ? "; just then the " + copy(log.get(next).group(), log.get(next).type()) + " begun "
                        + time(log.get(next).begun()) + " is published"
                : "";
        return "restorable through " + time(newest) + late;
    }

    /** What a restore reads. */
    String restore(RestoreEstimate estimate) {
        ArchivePlan largest = estimate.plan().archives().stream()
                .max((one, other) -> one.size().compareTo(other.size()))
                .orElseThrow();
        long incrementals = count(largest, HotCopyType.INCREMENTAL);
        long journals = count(largest, HotCopyType.JOURNAL);
        return "archive " + largest.archive() + ": the full of "
                + time(largest.base().began().toEpochMilli())
                + (incrementals == 0 ? "" : ", " + incrementals + " incremental" + (incrementals == 1 ? "" : "s"))
                + (journals == 0 ? "" : ", " + journals + " journal element" + (journals == 1 ? "" : "s")) + ", "
                + largest.size() + " in all";
    }

    private static long count(ArchivePlan plan, HotCopyType type) {
        return plan.steps().stream()
                .filter(step -> step.element().type() == type)
                .map(step -> step.element().id())
                .distinct()
                .count();
    }
}
