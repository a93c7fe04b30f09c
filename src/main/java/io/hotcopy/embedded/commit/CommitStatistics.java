package io.hotcopy.embedded.commit;

import io.hotcopy.driver.CommitLatency;
import java.time.Duration;
import java.util.Arrays;

/** Counts commits and keeps the latencies of the latest of them. Safe for several threads. */
final class CommitStatistics {

    private static final int WINDOW = 4096;

    private static final long LATELY_NANOS = 1_000_000_000L;

    private final long[] latencies = new long[WINDOW];
    private final long[] answers = new long[WINDOW];
    private long commits;
    private long crossing;
    private long conflicts;

    /** A commit that was called for at {@code began} has been answered at {@code answered}, in nanoseconds. */
    synchronized void committed(boolean crossesGroups, long began, long answered) {
        int place = (int) (commits % WINDOW);
        latencies[place] = answered - began;
        answers[place] = answered;
        commits++;
        if (crossesGroups) {
            crossing++;
        }
    }

    synchronized void conflicted() {
        conflicts++;
    }

    /** Of the latest commits those that were answered within the last second. */
    synchronized CommitLatency latency(long now) {
        int kept = (int) Math.min(commits, WINDOW);
        long[] lately = new long[kept];
        int found = 0;
        for (int place = 0; place < kept; place++) {
            if (now - answers[place] <= LATELY_NANOS) {
                lately[found++] = latencies[place];
            }
        }
        long[] sorted = Arrays.copyOf(lately, found);
        Arrays.sort(sorted);
        return new CommitLatency(found, percentile(sorted, 99));
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
