package io.hotcopy.workload;

import io.hotcopy.term.CommitNumber;

/**
 * One acknowledged transfer.
 *
 * @param commit the number the database answered
 * @param from the account that paid
 * @param to the account that received
 * @param amount what moved, one or more
 * @param crossing whether the two accounts lie in different storage groups
 */
public record LedgerEntry(CommitNumber commit, int from, int to, int amount, boolean crossing) {}
