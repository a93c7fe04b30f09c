package io.hotcopy.simulate;

import io.hotcopy.plan.ExpectedCopies;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.List;

/**
 * How big copies are and how long they take: by what the ledger remembers of the backup group, else by what is declared.
 * What changes in a day is taken to change evenly, so a copy is bigger the longer ago the one before it was.
 */
final class CopyTimes {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double MILLIS_AN_HOUR = HOUR.toMillis();
    private static final long SECOND = 1_000;

    private final double[] full;
    private final double[] changes;
    private final double[] journal;
    private final double rate;
    private final boolean known;

    private CopyTimes(double[] full, double[] changes, double[] journal, double rate, boolean known) {
        this.full = full;
        this.changes = changes;
        this.journal = journal;
        this.rate = rate;
        this.known = known;
    }

    static CopyTimes of(Layout layout, List<PastRun> past) {
        ExpectedCopies expected = new ExpectedCopies(layout.database());
        int managers = layout.managers().size();
        double[] full = new double[managers];
        double[] changes = new double[managers];
        double[] journal = new double[managers];
        boolean known = true;
        for (int manager = 0; manager < managers; manager++) {
            ArchiveId archive = layout.managers().get(manager).archive();
            known &= expected.size(archive).isPresent();
            full[manager] = bytes(expected, HotCopyType.FULL, archive);
            changes[manager] = bytes(expected, HotCopyType.INCREMENTAL, archive) / MILLIS_AN_HOUR;
            journal[manager] = bytes(expected, HotCopyType.JOURNAL, archive) / MILLIS_AN_HOUR;
        }
        return new CopyTimes(full, changes, journal, layout.database().copyRate().orElse(ExpectedCopies.ASSUMED_RATE).bytes() / (double) SECOND, known);
    }

    private static double bytes(ExpectedCopies expected, HotCopyType type, ArchiveId archive) {
        return expected.bytes(type, archive, HOUR).map(size -> size.bytes()).orElse(0L);
    }

    /** Whether somebody told how much data there is. */
    boolean isKnown() {
        return known;
    }

    /** Bytes of one storage manager's copy, this long after the one before it. */
    long bytes(HotCopyType type, int manager, long sinceMillis) {
        double bytes =
                switch (type) {
                    case FULL, SIMPLE -> full[manager];
                    case INCREMENTAL -> Math.min(full[manager], changes[manager] * sinceMillis);
                    case JOURNAL -> journal[manager] * sinceMillis;
                };
        return Math.round(bytes);
    }

    /** How long so many bytes of one storage manager take, in whole seconds; at least one. */
    long millis(long bytes) {
        return Math.max(1, (long) Math.ceil(bytes / rate / SECOND)) * SECOND;
    }

    /** How long a storage manager takes to catch up with what was committed in so long a time. */
    long syncMillis(int manager, long missedMillis) {
        return millis(Math.min(
                bytes(HotCopyType.JOURNAL, manager, missedMillis), bytes(HotCopyType.FULL, manager, 0)));
    }
}
