package io.hotcopy.workload;

import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clients that transfer money between accounts until told to stop, and the ledger of what the database answered.
 *
 * <p>{@link #open} fills the table {@value BankTable#NAME} if it is not there or empty; {@link #start} and
 * {@link #stop} may be called again and again. Safe for several threads.
 */
public final class BankWorkload implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final BankSettings settings;
    private final Ledger ledger;
    private final long[] opening;
    private final TableInfo table;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong crossing = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean stopping;
    private long startedAt;
    private long nanosBefore;
    private int generation;

    private BankWorkload(
            EmbeddedDatabase database, BankSettings settings, Ledger ledger, long[] opening, TableInfo table) {
        this.database = database;
        this.settings = settings;
        this.ledger = ledger;
        this.opening = opening;
        this.table = table;
    }

    /**
     * Creates the bank's table if it is not there, fills it if it is empty, and begins a ledger with the balances as
     * they are.
     *
     * @param ledgerFile a file that must not exist yet
     * @throws HotCopyException when the table holds something, but not the two accounts that a transfer needs
     */
    public static BankWorkload open(
            EmbeddedDatabase database, BankSettings settings, Path ledgerFile, ProgressListener progress) {
        BankTable table = new BankTable(database, settings);
        long[] opening = table.open(progress);
        return new BankWorkload(database, settings, new Ledger(ledgerFile), opening, table.info());
    }

    /** Starts the clients; does nothing when they run. */
    public synchronized void start() {
        if (running()) {
            return;
        }
        stopping = false;
        failure.set(null);
        startedAt = System.nanoTime();
        generation++;
        for (int client = 0; client < settings.clients(); client++) {
            SplittableRandom choices = new SplittableRandom(settings.seed() * 31 + generation * 1_000L + client);
            Thread thread = new Thread(() -> work(choices), "bank-client-" + client);
            thread.setDaemon(true);
            clients.add(thread);
            thread.start();
        }
    }

    /**
     * Stops the clients and waits for their last answers.
     *
     * @throws HotCopyException when a client had failed before
     */
    public synchronized BankFigures stop() {
        stopping = true;
        for (Thread client : clients) {
            join(client);
        }
        nanosBefore += clients.isEmpty() ? 0 : System.nanoTime() - startedAt;
        clients.clear();
        Optional.ofNullable(failure.get()).ifPresent(cause -> {
            throw new HotCopyException("the workload failed: " + cause.getMessage(), cause);
        });
        return figures();
    }

    /** What has been done so far. */
    public synchronized BankFigures figures() {
        long nanos = nanosBefore + (clients.isEmpty() ? 0 : System.nanoTime() - startedAt);
        return new BankFigures(settings.accounts(), commits.get(), crossing.get(), conflicts.get(), nanos, running());
    }

    /** How many acknowledged transfers have their commit in the range, all and those that cross storage groups. */
    public TransferCount transfersIn(CommitRange range) {
        long[] counts = new long[2];
        ledger.forEach(entry -> {
            if (range.contains(entry.commit())) {
                counts[0]++;
                counts[1] += entry.crossing() ? 1 : 0;
            }
        });
        return new TransferCount(counts[0], counts[1]);
    }

    /**
     * Compares a state of the database with the ledger up to a commit, account by account and byte by byte. Call it
     * when the clients have stopped, or for a commit that is known to be answered.
     *
     * <p>Valid for commits since {@link #open}, and as long as nobody else writes to the table.
     *
     * @param state every record of the bank's table in that state
     */
    public BankVerdict check(AccountSource state, CommitNumber through) {
        return new BankCheck(settings, ledger, opening).compare(state, through);
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            ledger.close();
        }
    }

    private boolean running() {
        return clients.stream().anyMatch(Thread::isAlive);
    }

    private void work(SplittableRandom choices) {
        try {
            while (!stopping && failure.get() == null) {
                transfer(choices);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void transfer(SplittableRandom choices) {
        int from = choices.nextInt(settings.accounts());
        int to = (from + 1 + choices.nextInt(settings.accounts() - 1)) % settings.accounts();
        int amount = 1 + choices.nextInt(20);
        try (Transaction transaction = database.begin()) {
            if (move(transaction, from, to, amount)) {
                CommitNumber commit = transaction.commit();
                answered(new LedgerEntry(commit, from, to, amount, crosses(from, to)));
            }
        } catch (ConflictException e) {
            conflicts.incrementAndGet();
        }
    }

    /** Moves the money, unless the payer has too little or a person has deleted or overwritten one of the two. */
    private static boolean move(Transaction transaction, int from, int to, int amount) {
        Optional<byte[]> payer = read(transaction, from).filter(value -> Account.balance(value) >= amount);
        Optional<byte[]> payee = payer.flatMap(value -> read(transaction, to));
        payee.ifPresent(value -> {
            write(transaction, from, Account.withBalance(payer.get(), Account.balance(payer.get()) - amount));
            write(transaction, to, Account.withBalance(value, Account.balance(value) + amount));
        });
        return payee.isPresent();
    }

    private static Optional<byte[]> read(Transaction transaction, int account) {
        return transaction.get(BankTable.NAME, Account.key(account)).filter(Account::isOne);
    }

    private static void write(Transaction transaction, int account, byte[] value) {
        transaction.put(BankTable.NAME, Account.key(account), value);
    }

    private void answered(LedgerEntry entry) {
        ledger.record(entry);
        commits.incrementAndGet();
        if (entry.crossing()) {
            crossing.incrementAndGet();
        }
    }

    private boolean crosses(int from, int to) {
        return !table.groupOf(Account.key(from)).equals(table.groupOf(Account.key(to)));
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while waiting for the workload's last answers", e);
        }
    }
}
