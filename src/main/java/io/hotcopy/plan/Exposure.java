package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much time may be lost by a schedule when nothing else fails: that from one run to the next, and that which the
 * next one takes (protocol §7).
 *
 * @param line whose runs these are; empty for those of all lines together
 * @param groups whose runs are counted
 * @param gap the longest time from the begin of one to that of the next
 * @param each the same for one group alone, where they take turns; empty where they do not
 * @param takes how long a run takes by estimate; zero when nobody said how much there is to copy
 */
record Exposure(
        Optional<RunLine> line, List<BackupGroup> groups, Duration gap, Optional<Duration> each, Duration takes) {

    /** That of one line; empty when it has no schedule. */
    static Optional<Exposure> of(PolicyTimes times, RunLine line, List<BackupGroup> groups) {
        Cadence cadence = times.cadence();
        boolean turns = line.schedule()
                .filter(when -> when instanceof Schedule.Every every && every.interleaved() && groups.size() > 1)
                .isPresent();
        return cadence.longestGap(List.of(line), groups)
                .map(gap -> new Exposure(
                        Optional.of(line),
                        groups,
                        gap,
                        turns ? cadence.longestGap(line, groups.get(0)) : Optional.empty(),
                        times.takes(line, groups)));
    }

    /** That of all lines together: each of their runs brings the copies forward. */
    static Optional<Exposure> ofAll(PolicyTimes times, List<BackupGroup> groups) {
        BackupPolicy policy = times.timetable().policy();
        Duration takes = policy.runs().stream()
                .filter(line -> line.schedule().isPresent())
                .map(line -> times.takes(line, groups))
                .reduce(Duration.ZERO, PolicyTimes::longer);
        return times.cadence()
                .longestGap(policy.runs(), groups)
                .map(gap -> new Exposure(Optional.empty(), groups, gap, Optional.empty(), takes));
    }

    Duration total() {
        return gap.plus(takes);
    }

    /** In words: {@code journal hot copies of backup group "east" begin every 15 min and take about 40 s}. */
    String arithmetic() {
        String what = line.map(one -> one.type().word() + " hot copies").orElse("the hot copies");
        boolean isEven = line.flatMap(RunLine::schedule)
                .filter(Schedule.Every.class::isInstance)
                .isPresent();
        return what + " of " + Words.groups(groups) + (each.isPresent() ? " together" : "") + " begin "
                + (isEven ? "every " + Words.time(gap) : "up to " + Words.time(gap) + " apart")
                + each.map(own -> " (each group's every " + Words.time(own) + ")")
                        .orElse("")
                + (takes.isZero() ? "" : " and take about " + Words.time(takes));
    }
}
