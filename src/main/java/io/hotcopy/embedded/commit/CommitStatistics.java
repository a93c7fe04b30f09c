package io.hotcopy.embedded.commit;

import java.time.Duration;
import java.util.Arrays;

/** Counts commits and keeps the latencies of the latest of them. Safe for several threads. */
final class CommitStatistics {

    private static final int WINDOW = 4096;

    private final long[] latencies = new long[WINDOW];
    private long commits;
    private long crossing;
    private long conflicts;

    synchronized void committed(boolean crossesGroups, long nanos) {
        latencies[(int) (commits % WINDOW)] = nanos;
        commits++;
        if (crossesGroups) {
            crossing++;
        }
    }

    synchronized void conflicted() {
        conflicts++;
    }

    synchronized CommitCounts counts() {
        long[] sorted = Arrays.copyOf(latencies, (int) Math.min(commits, WINDOW));
        Arrays.sort(sorted);
        return new CommitCounts(commits, crossing, conflicts, percentile(sorted, 50), percentile(sorted, 99));
    }

    private static Duration percentile(long[] sorted, int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[Math.max(index, 0)]);
    }
}
