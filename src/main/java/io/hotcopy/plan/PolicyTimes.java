package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When the runs of one policy begin, how far apart, and how long they take by estimate. Every question is answered
 * once, since the rules ask the same of each of many backup groups. Not for use by several threads.
 */
final class PolicyTimes {
    private final Timetable timetable;
    private final Cadence cadence;
    private final ExpectedCopies expected;
    private final Map<HotCopyType, Map<BackupGroup, Duration>> takes = new EnumMap<>(HotCopyType.class);

    PolicyTimes(BackupPolicy policy, ExpectedCopies expected) {
        this.timetable = Timetable.of(policy);
        this.cadence = Cadence.of(policy);
        this.expected = expected;
    }

    Timetable timetable() {
        return timetable;
    }

    Cadence cadence() {
        return cadence;
    }

    ExpectedCopies expected() {
        return expected;
    }

    /** From one run of the line of this type to the next, at most; empty when there is none or it has no schedule. */
    Optional<Duration> longestGap(HotCopyType type, BackupGroup group) {
        return timetable.policy().run(type).flatMap(line -> cadence.longestGap(line, group));
    }

    /** How long a run of this line takes, of the group that takes longest; zero when that is unknown. */
    Duration takes(RunLine line, Collection<BackupGroup> groups) {
        Map<BackupGroup, Duration> known = takes.computeIfAbsent(line.type(), type -> new HashMap<>());
        return groups.stream()
                .map(group -> known.computeIfAbsent(group, one -> takes(line, one)))
                .reduce(Duration.ZERO, PolicyTimes::longer);
    }

    private Duration takes(RunLine line, BackupGroup group) {
        return cadence.longestGap(line, group)
                .flatMap(gap -> expected.time(line.type(), group, gap))
                .orElse(Duration.ZERO);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
