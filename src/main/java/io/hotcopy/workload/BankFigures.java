package io.hotcopy.workload;

/**
 * What a workload has done so far.
 *
 * @param accounts how many accounts there are
 * @param commits acknowledged transfers
 * @param crossing those of them that touched two storage groups
 * @param conflicts transfers that lost against another on the same account and were tried again
 * @param nanos how long it has been running, in nanoseconds
 * @param running whether it still does
 */
public record BankFigures(int accounts, long commits, long crossing, long conflicts, long nanos, boolean running) {

    /** Acknowledged transfers per second over the whole run. */
    public double commitsPerSecond() {
        return nanos == 0 ? 0 : commits * 1e9 / nanos;
    }
}
