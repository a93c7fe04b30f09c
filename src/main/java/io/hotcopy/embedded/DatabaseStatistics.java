package io.hotcopy.embedded;

import io.hotcopy.term.CommitNumber;
import java.time.Duration;

/**
 * What a database has done since it was started.
 *
 * @param running how long it has been running
 * @param commits commits acknowledged
 * @param crossing those of them that touched more than one storage group
 * @param conflicts transactions that lost to a first committer
 * @param median latency of half of the latest commits, from the call to the answer
 * @param p99 latency of 99 of 100 of them
 * @param issued the last commit that was given a number
 * @param stable the highest number up to which every commit is durable on all its participants
 */
public record DatabaseStatistics(
        Duration running,
        long commits,
        long crossing,
        long conflicts,
        Duration median,
        Duration p99,
        CommitNumber issued,
        CommitNumber stable) {}
