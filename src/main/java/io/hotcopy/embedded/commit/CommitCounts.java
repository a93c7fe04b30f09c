package io.hotcopy.embedded.commit;

import java.time.Duration;

/**
 * What has been committed since the start.
 *
 * @param commits commits acknowledged
 * @param crossing those of them that touched more than one storage group
 * @param conflicts transactions that lost to a first committer
 * @param median latency of half of the latest commits, from the call to the answer
 * @param p99 latency of 99 of 100 of them
 */
public record CommitCounts(long commits, long crossing, long conflicts, Duration median, Duration p99) {}
