package io.hotcopy.crash;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.embedded.RowVisitor;
import io.hotcopy.embedded.Transaction;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a state of the bank holds, every byte of it checked against torn rows.
 *
 * @param balances by account; empty as long as the accounts were not loaded
 * @param transfers the marks of transfers made, by id
 */
record BankState(Map<Integer, Long> balances, Map<Long, Transfer> transfers) {

    /** How rows of a table are shown. */
    private interface Scan {
        void scan(String table, RowVisitor visitor);
    }

    /** The state of a running database. */
    static BankState of(EmbeddedDatabase database) {
        try (Transaction reading = database.begin()) {
            return of((table, visitor) -> {
                if (database.tables().stream().anyMatch(known -> known.name().equals(table))) {
                    reading.scan(table, new byte[0], visitor);
                }
            });
        }
    }

    /** The state of restored archives. */
    static BankState of(OpenedArchives archives) {
        return of((table, visitor) -> {
            if (archives.tables().stream().anyMatch(known -> known.name().equals(table))) {
                archives.scan(table, new byte[0], visitor);
            }
        });
    }

    private static BankState of(Scan scan) {
        BankState state = new BankState(new TreeMap<>(), new TreeMap<>());
        scan.scan(CrashDomain.ACCOUNTS, (key, row) -> {
            int account = Account.number(key);
            return state.balances.put(account, Account.balance(account, row)) == null;
        });
        scan.scan(CrashDomain.TRANSFERS, (key, row) -> {
            Transfer transfer = Transfer.read(key, row);
            return state.transfers.put(transfer.id(), transfer) == null;
        });
        return state;
    }
}
