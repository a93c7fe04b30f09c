package io.hotcopy.crash;

import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.term.CommitNumber;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What clients of the bank do: move money between accounts that lie in any storage groups, and mark each transfer with
 * a row of its own. Tells, a line each, what is about to be committed and what was answered; {@link KillLedger} hears
 * it. Safe for several threads.
 */
final class BankClients {

    private final EmbeddedDatabase database;
    private final AtomicLong nextTransfer;
    private final Consumer<String> teller;

    /**
     * @param firstTransfer the first id; none from here on was used before
     * @param teller takes a line for good before it returns; safe for several threads
     */
    BankClients(EmbeddedDatabase database, long firstTransfer, Consumer<String> teller) {
        this.database = database;
        this.nextTransfer = new AtomicLong(firstTransfer);
        this.teller = teller;
    }

    /** Makes what is missing of tables and accounts. */
    void createTables() {
        for (String table : List.of(CrashDomain.ACCOUNTS, CrashDomain.TRANSFERS)) {
            if (database.tables().stream().noneMatch(known -> known.name().equals(table))) {
                database.createTable(table, CrashDomain.PARTITIONS, CrashDomain.GROUPS);
            }
        }
        try (Transaction loading = database.begin()) {
            if (loading.count(CrashDomain.ACCOUNTS) == 0) {
                for (int account = 0; account < Account.COUNT; account++) {
                    loading.put(CrashDomain.ACCOUNTS, Account.key(account), Account.row(account, Account.OPENING));
                }
                loading.commit();
            }
        }
    }

    /** Tries one transfer. Throws what the database throws, but for conflicts. */
    void transfer(SplittableRandom choices) {
        int from = choices.nextInt(Account.COUNT);
        int to = (from + 1 + choices.nextInt(Account.COUNT - 1)) % Account.COUNT;
        Transfer transfer = new Transfer(nextTransfer.getAndIncrement(), from, to, 1 + choices.nextInt(20));
        try (Transaction transaction = database.begin()) {
            change(transaction, from, -transfer.amount());
            change(transaction, to, transfer.amount());
            transaction.put(CrashDomain.TRANSFERS, transfer.key(), transfer.row());
            teller.accept("sent " + transfer.id() + " " + from + " " + to + " " + transfer.amount());
            CommitNumber commit = transaction.commit();
            teller.accept("acknowledged " + transfer.id() + " " + commit);
        } catch (ConflictException lost) {
            teller.accept("refused " + transfer.id());
        }
    }

    private static void change(Transaction transaction, int account, long amount) {
        byte[] row = transaction.get(CrashDomain.ACCOUNTS, Account.key(account)).orElseThrow();
        long balance = Account.balance(account, row) + amount;
        transaction.put(CrashDomain.ACCOUNTS, Account.key(account), Account.row(account, balance));
    }
}
