package io.hotcopy.simulate;

import io.hotcopy.plan.ExpectedCopies;
import io.hotcopy.plan.PastCopies;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How big copies are and how long they take: by what the ledger remembers of the backup group, else by what is
 * declared. What changes in a day is taken to change evenly, so a copy is bigger the longer ago the one before it was.
 */
final class CopyTimes {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double MILLIS_AN_HOUR = HOUR.toMillis();
    private static final long SECOND = 1_000;
    private static final double HALF = 0.5;

    /**
     * Bytes of a full of each storage manager, and bytes that its incrementals and journals grow by in a millisecond.
     */
    private final double[] full;

    private final double[] changes;
    private final double[] journal;
    /** Bytes a millisecond at which each storage manager is copied, by type, and at which it is restored. */
    private final double[][] rates;

    private final double restoreRate;
    private final boolean known;
    private final boolean measured;

    private CopyTimes(Layout layout, List<PastRun> past) {
        int managers = layout.managers().size();
        ExpectedCopies expected = new ExpectedCopies(layout.database());
        restoreRate =
                layout.database().copyRate().orElse(ExpectedCopies.ASSUMED_RATE).bytes() / (double) SECOND;
        full = new double[managers];
        changes = new double[managers];
        journal = new double[managers];
        rates = new double[HotCopyType.values().length][managers];
        for (double[] rate : rates) {
            Arrays.fill(rate, restoreRate);
        }
        for (int manager = 0; manager < managers; manager++) {
            full[manager] = declared(expected, layout, HotCopyType.FULL, manager);
            changes[manager] = declared(expected, layout, HotCopyType.INCREMENTAL, manager) / MILLIS_AN_HOUR;
            journal[manager] = declared(expected, layout, HotCopyType.JOURNAL, manager) / MILLIS_AN_HOUR;
        }
        boolean learnt = false;
        for (Layout.Group group : layout.groups()) {
            learnt |= learn(layout, group, PastCopies.of(layout.policyOf(group), group.declared(), past));
        }
        measured = learnt;
        known = Arrays.stream(full).allMatch(bytes -> bytes > 0);
    }

    static CopyTimes of(Layout layout, List<PastRun> past) {
        return new CopyTimes(layout, past);
    }

    private static double declared(ExpectedCopies expected, Layout layout, HotCopyType type, int manager) {
        return expected.bytes(type, layout.managers().get(manager).archive(), HOUR)
                .map(ByteSize::bytes)
                .orElse(0L);
    }

    /** What past copies of a group took, in the shares of its archives; returns whether there were any. */
    private boolean learn(Layout layout, Layout.Group group, PastCopies past) {
        boolean learnt = learn(group, past, HotCopyType.FULL, full, 1);
        learnt |= learn(group, past, HotCopyType.INCREMENTAL, changes, gap(layout, group, HotCopyType.INCREMENTAL));
        learnt |= learn(group, past, HotCopyType.JOURNAL, journal, gap(layout, group, HotCopyType.JOURNAL));
        return learnt;
    }

    private boolean learn(Layout.Group group, PastCopies past, HotCopyType type, double[] sizes, double gap) {
        Optional<Double> bytes = past.bytes(type).map(size -> size.bytes() / gap);
        if (bytes.isEmpty()) {
            return false;
        }
        double declared = 0;
        for (int manager : group.managers()) {
            declared += sizes[manager];
        }
        double largest = 0;
        for (int manager : group.managers()) {
            double share = declared > 0 ? sizes[manager] / declared : 1.0 / group.managers().length;
            sizes[manager] = bytes.get() * share;
            largest = Math.max(largest, sizes[manager] * gap);
        }
        double millis = Math.max(1, past.time(type).map(Duration::toMillis).orElse(SECOND));
        for (int manager : group.managers()) {
            rates[type.ordinal()][manager] = largest / millis;
        }
        return true;
    }

    /** How far apart copies of a line mostly begin. */
    private static double gap(Layout layout, Layout.Group group, HotCopyType type) {
        return layout.policyOf(group)
                .run(type)
                .flatMap(line -> Timetable.of(layout.policyOf(group)).longestGap(line, group.declared()))
                .orElse(HOUR)
                .toMillis();
    }

    /** Whether it is known how much data there is. */
    boolean isKnown() {
        return known;
    }

    /** Whether past copies were measured. */
    boolean isMeasured() {
        return measured;
    }

    /** Whether copies of both are as big and take as long. */
    boolean areAlike(int one, int other) {
        boolean alike = full[one] == full[other] && changes[one] == changes[other] && journal[one] == journal[other];
        for (double[] rate : rates) {
            alike &= rate[one] == rate[other];
        }
        return alike;
    }

    /** Bytes of one storage manager's copy, this long after the one before it. */
    long bytes(HotCopyType type, int manager, long sinceMillis) {
        double bytes =
                switch (type) {
                    case FULL, SIMPLE -> full[manager];
                    case INCREMENTAL -> Math.min(full[manager], changes[manager] * sinceMillis);
                    case JOURNAL -> journal[manager] * sinceMillis;
                };
        return (long) (bytes + HALF);
    }

    /** How long a copy of so many bytes of one storage manager takes, in whole seconds; at least one. */
    long copyMillis(HotCopyType type, int manager, long bytes) {
        return seconds(bytes / rates[type.ordinal()][manager]);
    }

    /** How long it takes to restore so many bytes of one archive, in whole seconds; at least one. */
    long restoreMillis(long bytes) {
        return seconds(bytes / restoreRate);
    }

    /** How many bytes are restored in so long a time. */
    long restoredIn(long millis) {
        return Math.max(0, (long) (millis * restoreRate));
    }

    private static long seconds(double millis) {
        double seconds = millis / SECOND;
        long whole = (long) seconds;
        return Math.max(1, whole < seconds ? whole + 1 : whole) * SECOND;
    }

    /** How long a storage manager takes to catch up with what was committed in so long a time. */
    long syncMillis(int manager, long missedMillis) {
        return restoreMillis(
                Math.min(bytes(HotCopyType.JOURNAL, manager, missedMillis), bytes(HotCopyType.FULL, manager, 0)));
    }
}
