package io.hotcopy.workload;

import io.hotcopy.term.CommitNumber;
import java.util.List;

/**
 * Whether a state of the database equals the ledger.
 *
 * @param through the commit up to which the ledger was replayed
 * @param accounts how many accounts were compared
 * @param transfers how many ledger entries were replayed
 * @param sum of all balances found
 * @param expectedSum what the sum must be: it never changes
 * @param differences what differs, the first few in words; empty when all is equal
 * @param differing how many accounts differ
 */
public record BankVerdict(
        CommitNumber through,
        int accounts,
        long transfers,
        long sum,
        long expectedSum,
        List<String> differences,
        long differing) {

    public BankVerdict {
        differences = List.copyOf(differences);
    }

    public boolean equal() {
        return differing == 0 && sum == expectedSum;
    }
}
