package io.hotcopy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits that arrive at a fixed rate, whether or not the ones before have been answered. The latency of a commit runs
 * from the moment at which it should have begun, so a pause of the database is felt by all that should have come in it.
 */
final class OpenLoop {

    private static final int CLIENTS = 64;

    private final BenchDomain domain;
    private final long records;
    private final double perSecond;

    /** @param perSecond commits that arrive each second; zero for as many as the clients can have answered */
    OpenLoop(BenchDomain domain, long records, double perSecond) {
        this.domain = domain;
        this.records = records;
        this.perSecond = perSecond;
    }

    /**
     * What a run saw.
     *
     * @param perSecond commits answered each second
     * @param p99 in milliseconds
     * @param longest in milliseconds
     */
    record Seen(double perSecond, double p99, double longest) {}

    /** Runs until {@code during} has returned. */
    Seen run(Arm.Preparation during) throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicLong arrivals = new AtomicLong();
        long begun = System.nanoTime();
        List<Client> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(new Client(begun, arrivals, stopped, new SplittableRandom(client)));
        }
        clients.forEach(Thread::start);
        try {
            during.prepare();
        } finally {
            stopped.set(true);
        }
        long count = 0;
        for (Client client : clients) {
            client.join();
            count += client.count;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] all = new long[(int) count];
        int at = 0;
        for (Client client : clients) {
            System.arraycopy(client.latencies, 0, all, at, client.count);
            at += client.count;
        }
        Arrays.sort(all);
        return new Seen(count / seconds, all[(int) (count * 0.99)] / 1e6, all[all.length - 1] / 1e6);
    }

    private final class Client extends Thread {
        private final long begun;
        private final AtomicLong arrivals;
        private final AtomicBoolean stopped;
        private final SplittableRandom random;
        private long[] latencies = new long[1 << 14];
        private int count;

        Client(long begun, AtomicLong arrivals, AtomicBoolean stopped, SplittableRandom random) {
            this.begun = begun;
            this.arrivals = arrivals;
            this.stopped = stopped;
            this.random = random;
        }

        @Override
        public void run() {
            while (!stopped.get()) {
                long due = perSecond == 0
                        ? System.nanoTime()
                        : begun + (long) (arrivals.getAndIncrement() / perSecond * 1e9);
                while (due - System.nanoTime() > 0 && !stopped.get()) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                if (!stopped.get()) {
                    domain.changeOne(records, random);
                    note(System.nanoTime() - due);
                }
            }
        }

        private void note(long nanos) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            latencies[count++] = nanos;
        }
    }
}
