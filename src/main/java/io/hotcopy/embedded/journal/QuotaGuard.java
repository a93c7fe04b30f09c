package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.util.Optional;

/**
 * Keeps a journal within its quota: deletes what neither the archive nor a lease needs, warns at 80 %, and at 100 %
 * drops the oldest lease, as often as that frees a segment. What the archive has not applied is never deleted: then the
 * journal grows beyond its quota. Any thread.
 */
final class QuotaGuard {

    private final SegmentList segments;
    private final Leases leases;
    private final long quotaBytes;
    private final JournalListener listener;
    private CommitNumber applied = CommitNumber.ZERO;
    private boolean warned;

    QuotaGuard(SegmentList segments, Leases leases, long quotaBytes, JournalListener listener) {
        this.segments = segments;
        this.leases = leases;
        this.quotaBytes = quotaBytes;
        this.listener = listener;
    }

    /** Deletes what lies at or below both the mark and the oldest lease. */
    void recycle(CommitNumber persistedApplied) {
        CommitNumber mark = applied(persistedApplied);
        leases.holding(oldest -> {
            segments.recycle(CommitNumber.min(mark, oldest.orElse(mark)));
            return null;
        });
    }

    /** The highest mark that was told. */
    CommitNumber applied() {
        return applied(CommitNumber.ZERO);
    }

    private synchronized CommitNumber applied(CommitNumber persistedApplied) {
        applied = CommitNumber.max(applied, persistedApplied);
        return applied;
    }

    /** To be called whenever the journal has grown; by one thread. */
    void check() {
        CommitNumber mark = applied();
        recycle(mark);
        Optional<Lease> holding = holding(mark);
        while (segments.usedBytes() >= quotaBytes && holding.isPresent()) {
            leases.remove(holding.get().owner());
            recycle(mark);
            listener.quota(segments.usedBytes(), quotaBytes, holding);
            holding = holding(mark);
        }
        warn();
    }

    /** The oldest lease, if it keeps a segment that the archive no longer needs. */
    private Optional<Lease> holding(CommitNumber mark) {
        return leases.oldestLease().filter(lease -> mark.isAfter(lease.number()) && segments.isRecyclable(mark));
    }

    private void warn() {
        long used = segments.usedBytes();
        boolean high = used >= quotaBytes / 5 * 4;
        if (high && (!warned || used >= quotaBytes)) {
            listener.quota(used, quotaBytes, Optional.empty());
        }
        warned = high;
    }
}
