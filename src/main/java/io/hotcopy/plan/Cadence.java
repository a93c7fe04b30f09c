package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far apart the runs of a policy begin. Changes of the clock are left aside: that one day of the year has 25 hours
 * breaks no promise. Where no formula tells, two weeks are looked at, or a year when the lines come seldom.
 */
final class Cadence {
    /** A Monday of a leap year. */
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static final Duration SELDOM = Duration.ofDays(7);
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration A_YEAR = Duration.ofDays(400);
    /** So many runs tell enough, and take no time. */
    private static final int MOST = 200_000;

    private final Timetable times;
    private final Map<Pair, Optional<Duration>> shortest = new HashMap<>();

    /** Two lines of which neither takes turns: what lies between them is alike for all backup groups. */
    private record Pair(HotCopyType line, HotCopyType next) {}

    private Cadence(BackupPolicy policy) {
        this.times = Timetable.of(policy.inZone(ZoneOffset.UTC));
    }

    static Cadence of(BackupPolicy policy) {
        return new Cadence(policy);
    }

    /** From one run of this line for this backup group to the next, at most; empty when it has no schedule. */
    Optional<Duration> longestGap(RunLine line, BackupGroup group) {
        return times.longestGap(line, group);
    }

    /** From one run of any of these lines, for any of these groups, to the next, at most. */
    Optional<Duration> longestGap(Collection<RunLine> lines, Collection<BackupGroup> groups) {
        Optional<Duration> least = least(lines, groups);
        boolean takeTurns = takeTurns(lines);
        Collection<BackupGroup> differing = takeTurns ? groups : anyOf(groups);
        return least.isEmpty() || lines.size() == 1 && (!takeTurns || groups.size() == 1)
                ? least
                : gaps(begins(lines, differing, least.get()), Comparator.naturalOrder())
                        .or(() -> least);
    }

    /** From a run of the one line to the next of the other, at least. */
    Optional<Duration> shortestGap(RunLine line, RunLine next, BackupGroup group) {
        if (takeTurns(List.of(line, next))) {
            return shortestOf(line, next, group);
        }
        Pair pair = new Pair(line.type(), next.type());
        if (!shortest.containsKey(pair)) {
            shortest.put(pair, shortestOf(line, next, group));
        }
        return shortest.get(pair);
    }

    private Optional<Duration> shortestOf(RunLine line, RunLine next, BackupGroup group) {
        List<BackupGroup> alone = List.of(group);
        Optional<Duration> least = least(List.of(line, next), alone);
        if (least.isEmpty() || next.schedule().isEmpty()) {
            return Optional.empty();
        }
        return line.equals(next)
                ? gaps(begins(List.of(line), alone, least.get()), Comparator.reverseOrder())
                : occurrences(List.of(line), alone, least.get())
                        .flatMap(run -> times.next(next, group, run.at()).stream()
                                .map(after -> Duration.between(run.at(), after.at())))
                        .min(Comparator.naturalOrder());
    }

    /** The schedule in words. */
    static Optional<String> words(RunLine line) {
        return line.schedule().map(Timetable::words);
    }

    private static boolean takeTurns(Collection<RunLine> lines) {
        return lines.stream()
                .flatMap(line -> line.schedule().stream())
                .anyMatch(when -> when instanceof Schedule.Every every && every.interleaved());
    }

    private static Collection<BackupGroup> anyOf(Collection<BackupGroup> groups) {
        return groups.stream().limit(1).toList();
    }

    /** The least of the longest gaps of each line; each has the same for all groups. */
    private Optional<Duration> least(Collection<RunLine> lines, Collection<BackupGroup> groups) {
        return lines.stream()
                .flatMap(line -> anyOf(groups).stream().flatMap(group -> times.longestGap(line, group).stream()))
                .min(Comparator.naturalOrder());
    }

    private Stream<Instant> begins(Collection<RunLine> lines, Collection<BackupGroup> groups, Duration least) {
        return occurrences(lines, groups, least).map(Occurrence::at).distinct();
    }

    private Stream<Occurrence> occurrences(Collection<RunLine> lines, Collection<BackupGroup> groups, Duration least) {
        Duration horizon = least.compareTo(SELDOM) > 0 ? A_YEAR : TWO_WEEKS;
        return times.stream(lines, groups, START, START.plus(horizon)).limit(MOST);
    }

    /** The last of the times between two that follow one another, in this order. */
    private static Optional<Duration> gaps(Stream<Instant> begins, Comparator<Duration> order) {
        Optional<Duration> found = Optional.empty();
        Iterator<Instant> instants = begins.iterator();
        Instant before = instants.hasNext() ? instants.next() : START;
        while (instants.hasNext()) {
            Instant begin = instants.next();
            Duration gap = Duration.between(before, begin);
            if (found.isEmpty() || order.compare(gap, found.get()) > 0) {
                found = Optional.of(gap);
            }
            before = begin;
        }
        return found;
    }
}
