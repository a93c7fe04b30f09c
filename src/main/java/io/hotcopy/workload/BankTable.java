package io.hotcopy.workload;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.StorageGroupName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The bank's table: hash-partitioned over all storage groups, filled in transactions of a few hundred accounts. */
final class BankTable {

    static final String NAME = "accounts";

    private static final int PARTITIONS_A_GROUP = 4;
    private static final int BATCH_BYTES = 256 * 1_024;
    private static final String TASK = "load accounts";

    private final EmbeddedDatabase database;
    private final BankSettings settings;

    BankTable(EmbeddedDatabase database, BankSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Makes sure the table is there, filled if it is new or empty, and gives the balance of each account, or
     * {@link Account#NONE}.
     *
     * @throws HotCopyException when it holds something, but not the two accounts that a transfer needs
     */
    long[] open(ProgressListener progress) {
        if (found().isEmpty()) {
            List<StorageGroupName> groups = groups();
            database.createTable(NAME, PARTITIONS_A_GROUP * groups.size(), groups);
        }
        return isEmpty() ? fill(progress) : requireTwo(balances());
    }

    private boolean isEmpty() {
        boolean[] holdsRows = {false};
        try (Transaction reading = database.begin()) {
            reading.scan(NAME, new byte[0], (key, value) -> {
                holdsRows[0] = true;
                return false;
            });
        }
        return !holdsRows[0];
    }

    private long[] requireTwo(long[] balances) {
        long accounts = Arrays.stream(balances)
                .filter(balance -> balance != Account.NONE)
                .count();
        if (accounts < 2) {
            throw new HotCopyException(
                    "table \"" + NAME + "\" holds " + accounts + " of the bank's accounts 0 to " + (balances.length - 1)
                            + "; no money can be moved",
                    "drop table " + NAME + ", or delete what it holds: workload start fills a table that is not there"
                            + " or is empty");
        }
        return balances;
    }

    /** Where its rows lie. */
    TableInfo info() {
        return found().orElseThrow();
    }

    private Optional<TableInfo> found() {
        return database.tables().stream()
                .filter(table -> table.name().equals(NAME))
                .findFirst();
    }

    /** The declared storage groups, or the one that a database without them has. */
    private List<StorageGroupName> groups() {
        List<StorageGroupName> declared = database.storageGroups().stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .toList();
        return declared.isEmpty() ? List.of(StorageGroupName.UNPARTITIONED) : declared;
    }

    private long[] fill(ProgressListener progress) {
        long started = System.nanoTime();
        long total = (long) settings.accounts() * settings.payloadBytes();
        progress.on(new ProgressEvent.TaskStarted(TASK, total));
        int batch = Math.max(1, BATCH_BYTES / settings.payloadBytes());
        for (int first = 0; first < settings.accounts(); first += batch) {
            int end = Math.min(first + batch, settings.accounts());
            fill(first, end);
            progress.on(new ProgressEvent.TaskAdvanced(TASK, (long) end * settings.payloadBytes(), total));
        }
        progress.on(new ProgressEvent.TaskFinished(TASK, total, System.nanoTime() - started));
        long[] balances = new long[settings.accounts()];
        Arrays.fill(balances, Account.OPENING_BALANCE);
        return balances;
    }

    private void fill(int first, int end) {
        try (Transaction transaction = database.begin()) {
            for (int account = first; account < end; account++) {
                byte[] value = Account.value(account, Account.OPENING_BALANCE, settings.payloadBytes());
                transaction.put(NAME, Account.key(account), value);
            }
            transaction.commit();
        }
    }

    private long[] balances() {
        long[] balances = new long[settings.accounts()];
        try (Transaction reading = database.begin()) {
            for (int account = 0; account < balances.length; account++) {
                balances[account] = reading.get(NAME, Account.key(account))
                        .filter(Account::isOne)
                        .map(Account::balance)
                        .orElse(Account.NONE);
            }
        }
        return balances;
    }
}
