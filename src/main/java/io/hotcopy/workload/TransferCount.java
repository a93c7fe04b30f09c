package io.hotcopy.workload;

/**
 * A number of transfers.
 *
 * @param all how many
 * @param crossing how many of them touched two storage groups
 */
public record TransferCount(long all, long crossing) {}
