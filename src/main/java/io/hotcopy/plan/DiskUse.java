package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Retention;
import io.hotcopy.model.RunLine;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much disk policies are expected to take, by declared sizes. Empty where nobody declared them.
 *
 * @param side the policies
 */
record DiskUse(PlanDiff.Side side) {

    /** Bytes that their runs write in so many days. */
    Optional<ByteSize> written(Instant from, int days) {
        Instant through = from.plus(Duration.ofDays(days));
        return sum(side.all().stream().flatMap(policy -> {
            PolicyTimes times = times(policy);
            return lines(policy).map(scheduled -> bytes(times, scheduled)
                    .map(each -> new ByteSize(
                            Math.multiplyExact(each.bytes(), scheduled.count(times.timetable(), from, through)))));
        }));
    }

    /**
     * Bytes that are there at most, when everything is let go that may go: so many collections, each with all that is
     * appended to it before the next full. Empty also when a policy lets nothing go.
     */
    Optional<ByteSize> kept() {
        return sum(side.all().stream().flatMap(policy -> {
            PolicyTimes times = times(policy);
            return policy.backupGroups().stream()
                    .map(group -> policy.retention().flatMap(retention -> kept(times, group, retention)));
        }));
    }

    private static Optional<ByteSize> kept(PolicyTimes times, BackupGroup group, Retention retention) {
        return times.longestGap(HotCopyType.FULL, group).flatMap(between -> times.expected()
                .bytes(HotCopyType.FULL, group.archives(), between)
                .flatMap(full -> appended(times, group, HotCopyType.INCREMENTAL, between)
                        .flatMap(changes -> appended(times, group, HotCopyType.JOURNAL, between)
                                .map(journal -> full.plus(changes).plus(journal))))
                .map(each -> new ByteSize(Math.multiplyExact(each.bytes(), collections(retention, between)))));
    }

    /** What all copies of a type that a collection gets take together. */
    private static Optional<ByteSize> appended(
            PolicyTimes times, BackupGroup group, HotCopyType type, Duration between) {
        Optional<Duration> gap = times.longestGap(type, group);
        return gap.isEmpty()
                ? Optional.of(new ByteSize(0))
                : times.expected()
                        .bytes(type, group.archives(), gap.get())
                        .map(each -> new ByteSize(Math.multiplyExact(each.bytes(), between.dividedBy(gap.get()))));
    }

    /** The window needs the collection that was the newest when it began; a new one is there before an old one goes. */
    private static long collections(Retention retention, Duration between) {
        long window = retention
                .recoveryWindow()
                .map(reach -> reach.dividedBy(between) + 2)
                .orElse(1L);
        long spread = Math.max(
                fewer(retention.daily(), Duration.ofDays(1), between),
                Math.max(
                        fewer(retention.weekly(), Duration.ofDays(7), between),
                        fewer(retention.monthly(), Duration.ofDays(30), between)));
        return Math.max(retention.minimum(), Math.max(window, spread));
    }

    /** One of each period, as far as there is one. */
    private static long fewer(int periods, Duration period, Duration between) {
        return Math.min(periods, period.multipliedBy(periods).dividedBy(between) + 1);
    }

    /** A line that has a schedule, and one of the groups that it is for. */
    private record Scheduled(RunLine line, BackupGroup group) {

        /** How often it runs. */
        long count(Timetable times, Instant after, Instant through) {
            return times.stream(List.of(line), List.of(group), after, through).count();
        }
    }

    private static Stream<Scheduled> lines(BackupPolicy policy) {
        List<RunLine> lines = policy.runs().stream()
                .filter(line -> line.schedule().isPresent())
                .toList();
        return lines.stream().flatMap(line -> policy.backupGroups().stream().map(group -> new Scheduled(line, group)));
    }

    private static Optional<ByteSize> bytes(PolicyTimes times, Scheduled scheduled) {
        HotCopyType type = scheduled.line().type();
        Duration gap = times.longestGap(type, scheduled.group()).orElse(Duration.ZERO);
        return times.expected().bytes(type, scheduled.group().archives(), gap);
    }

    private PolicyTimes times(BackupPolicy policy) {
        return new PolicyTimes(
                policy,
                new ExpectedCopies(side.declared().database(policy.protects()).orElseThrow()));
    }

    private static Optional<ByteSize> sum(Stream<Optional<ByteSize>> parts) {
        return parts.reduce(Optional.of(new ByteSize(0)), (sum, part) -> sum.flatMap(bytes -> part.map(bytes::plus)));
    }
}
