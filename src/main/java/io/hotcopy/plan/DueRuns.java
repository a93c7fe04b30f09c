package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.RunLine;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which lines of a policy are due for one backup group: those of which the last occurrence is later than the last good
 * run that served them. Of all occurrences that were missed one run makes up for all.
 */
final class DueRuns {
    private final Timetable timetable;
    private final BackupGroup group;
    private final LineHistory history;
    private final Decider decider;

    DueRuns(Timetable timetable, BackupGroup group, LineHistory history) {
        this.timetable = timetable;
        this.group = group;
        this.history = history;
        this.decider = new Decider(timetable.policy());
    }

    /**
     * A run that is wanted.
     *
     * @param run which
     * @param why as the beginning of a sentence
     */
    record Wanted(LineRun run, String why) {

        /** The lines of these runs. */
        static Set<HotCopyType> lines(List<Wanted> runs) {
            return runs.stream().map(wanted -> wanted.run().line()).collect(Collectors.toSet());
        }
    }

    /** What is due, the bigger types first. */
    List<Wanted> at(Instant now) {
        return timetable.policy().runs().stream()
                .sorted(Comparator.comparing(RunLine::type))
                .flatMap(line -> due(line, now).map(at -> wanted(line, at)).stream())
                .toList();
    }

    /** The occurrence of this line that a run is due for. */
    Optional<Instant> due(RunLine line, Instant now) {
        Optional<Instant> served = history.servedThrough(line.type());
        return timetable
                .last(line, group, now)
                .map(Occurrence::at)
                .filter(at -> decider.isDue(at, served, now))
                .filter(at -> !history.isLeftOut(new LineRun(line.type(), Optional.of(at))));
    }

    private Wanted wanted(RunLine line, Instant at) {
        String schedule = line.schedule().map(Timetable::words).orElseThrow();
        String last = history.servedThrough(line.type())
                .map(served -> "not run since " + shown(served))
                .orElse("never run");
        return new Wanted(
                new LineRun(line.type(), Optional.of(at)),
                line.type().word() + " (" + schedule + ") is due since " + shown(at) + ", " + last);
    }

    /** The lines that have an occurrence at this very instant, the bigger types first. */
    List<Wanted> occurringAt(Instant at) {
        return timetable.policy().runs().stream()
                .sorted(Comparator.comparing(RunLine::type))
                .filter(line -> timetable
                        .last(line, group, at)
                        .filter(last -> last.at().equals(at))
                        .isPresent())
                .map(line -> new Wanted(
                        new LineRun(line.type(), Optional.of(at)),
                        line.type().word() + " ("
                                + line.schedule().map(Timetable::words).orElseThrow() + ") of " + shown(at)))
                .toList();
    }

    private String shown(Instant instant) {
        return shown(instant, timetable.policy().timeZone());
    }

    /** To the second, with the offset of the zone. */
    static String shown(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
