package io.hotcopy.shell.page;

import io.hotcopy.model.Objectives;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.Worst;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a proof says things in few words. */
final class ProofWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE MMM d HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MOMENT = DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss", Locale.ENGLISH);

    private ProofWords() {}

    /** In a table: {@code sm 0 down}, {@code region east lost}, {@code full failed}. */
    static String shortly(Failure failure) {
        return failure instanceof Failure.RunFailed failed ? failed.line().word() + " failed" : failure(failure);
    }

    /** In a sentence: {@code sm 0 down}, {@code region east lost}, {@code one full failed}. */
    static String failure(Failure failure) {
        if (failure instanceof Failure.StorageManagerDown down) {
            return "sm " + down.archive() + " down";
        } else if (failure instanceof Failure.RegionLost lost) {
            return "region " + lost.region() + " lost";
        } else if (failure instanceof Failure.RunFailed failed) {
            return "one " + failed.line().word() + " failed";
        }
        return "no failure";
    }

    /** {@code rpo 15 min and rto 2 h}; empty when nothing is promised. */
    static String promises(Objectives objectives) {
        List<String> promises = new ArrayList<>();
        objectives.rpo().ifPresent(rpo -> promises.add("rpo " + time(rpo)));
        objectives.rto().ifPresent(rto -> promises.add("rto " + time(rto)));
        return String.join(" and ", promises);
    }

    static String time(Worst worst) {
        return time(worst.time());
    }

    /** Without bound when nothing can be restored. */
    static String time(Optional<Duration> time) {
        return time.map(ProofWords::time).orElse("no bound");
    }

    /** In its two greatest units, rounded up: what is worst must not look better than it is. */
    static String time(Duration time) {
        long unit = time.compareTo(Duration.ofHours(1)) < 0 ? 1 : time.compareTo(Duration.ofDays(1)) < 0 ? 60 : 3_600;
        long seconds = time.toSeconds() + (time.getNano() > 0 ? 1 : 0);
        return Figures.shortly(Duration.ofSeconds((seconds + unit - 1) / unit * unit));
    }

    /** {@code Tue Nov 24 02:00}. */
    static String at(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** {@code Nov 24 02:00}. */
    static String shortly(Instant instant, ZoneId zone) {
        return SHORT_MOMENT.format(instant.atZone(zone));
    }

    /** {@code Tue Nov 24 02:00:07}. */
    static String toTheSecond(Instant instant, ZoneId zone) {
        return TO_THE_SECOND.format(instant.atZone(zone));
    }
}
