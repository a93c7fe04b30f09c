package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Accounts whose sum never changes, spread over three storage groups, and threads that transfer between them. Each
 * transfer also writes a row of its own, by which one can tell whether it happened.
 */
final class Bank {

    static final int ACCOUNTS = 60;
    static final long OPENING = 1000;
    private static final String ACCOUNT = "account";
    private static final String TRANSFER = "transfer";

    private final long seed;
    private int lives;

    /** Transfers that were answered, by their names. */
    final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());

    /** Transfers that were neither answered nor refused. */
    final List<String> doubtful = Collections.synchronizedList(new ArrayList<>());

    record Acknowledged(String name, CommitNumber number) {}

    Bank(long seed) {
        this.seed = seed;
    }

    static void open(EmbeddedDatabase database) {
        database.createTable(ACCOUNT, 12, List.of(SG1, SG2, SG3));
        database.createTable(TRANSFER, 12, List.of(SG1, SG2, SG3));
        try (Transaction opening = database.begin()) {
            for (int account = 0; account < ACCOUNTS; account++) {
                opening.put(ACCOUNT, key(account), balance(OPENING));
            }
            opening.commit();
        }
    }

    /** Threads that transfer until stopped or until the database stops answering. */
    Life run(EmbeddedDatabase database, int threads) {
        Life life = new Life(++lives);
        for (int thread = 0; thread < threads; thread++) {
            life.begin(database, thread);
        }
        return life;
    }

    final class Life {
        private final int life;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();
        private final List<Throwable> broken = Collections.synchronizedList(new ArrayList<>());

        private Life(int life) {
            this.life = life;
        }

        private void begin(EmbeddedDatabase database, int thread) {
            SplittableRandom random = new SplittableRandom(seed * 1000 + life * 100 + thread);
            Thread client = new Thread(() -> {
                try {
                    transfers(database, thread, random);
                } catch (RuntimeException | Error unexpected) {
                    broken.add(unexpected);
                }
            });
            threads.add(client);
            client.start();
        }

        private void transfers(EmbeddedDatabase database, int thread, SplittableRandom random) {
            for (int round = 0; !stopped.get(); round++) {
                String name = life + "/" + thread + "/" + round;
                boolean sent = false;
                try (Transaction transfer = database.begin()) {
                    move(transfer, name, random);
                    sent = true;
                    acknowledged.add(new Acknowledged(name, transfer.commit()));
                } catch (ConflictException lost) {
                    continue;
                } catch (HotCopyException over) {
                    if (sent) {
                        doubtful.add(name);
                    }
                    return;
                }
            }
        }

        private void move(Transaction transfer, String name, SplittableRandom random) {
            int from = random.nextInt(ACCOUNTS);
            int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            long amount = random.nextLong(1, 50);
            transfer.put(ACCOUNT, key(from), balance(balance(transfer, from) - amount));
            transfer.put(ACCOUNT, key(to), balance(balance(transfer, to) + amount));
            transfer.put(TRANSFER, SampleDomain.bytes(name), new byte[random.nextInt(2000)]);
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            join();
        }

        /** Waits until the database has stopped answering. */
        void join() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join();
            }
            if (!broken.isEmpty()) {
                throw new AssertionError("a client broke", broken.get(0));
            }
        }
    }

    private static long balance(Transaction transaction, int account) {
        return ByteBuffer.wrap(transaction.get(ACCOUNT, key(account)).orElseThrow())
                .getLong();
    }

    /** The sum of all balances. */
    static long sum(EmbeddedDatabase database) {
        long[] sum = {0};
        try (Transaction reading = database.begin()) {
            reading.scan(ACCOUNT, new byte[0], (key, value) -> {
                sum[0] += ByteBuffer.wrap(value).getLong();
                return true;
            });
        }
        return sum[0];
    }

    /** The names of the transfers that happened. */
    static List<String> transfers(EmbeddedDatabase database) {
        List<String> names = new ArrayList<>();
        try (Transaction reading = database.begin()) {
            reading.scan(TRANSFER, new byte[0], (key, value) -> names.add(SampleDomain.text(key)));
        }
        return names;
    }

    /** The balances by account, for comparing two databases. */
    static TreeMap<Integer, Long> balances(EmbeddedDatabase database) {
        TreeMap<Integer, Long> balances = new TreeMap<>();
        try (Transaction reading = database.begin()) {
            for (int account = 0; account < ACCOUNTS; account++) {
                balances.put(account, balance(reading, account));
            }
        }
        return balances;
    }

    private static byte[] key(int account) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(account).array();
    }

    private static byte[] balance(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
