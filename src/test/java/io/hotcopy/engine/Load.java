package io.hotcopy.engine;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** Commits without pause until closed, now and then flushing and compacting. */
final class Load implements AutoCloseable {
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;

    Load(FileDatabase database, long seed) {
        thread = new Thread(() -> run(database, new Random(seed)), "load");
        thread.setUncaughtExceptionHandler((dead, failure) -> trouble.set(failure));
        thread.start();
    }

    private void run(FileDatabase database, Random random) {
        for (long commit = 1; !stopped; commit++) {
            commit(database, random);
            if (commit % 500 == 0) {
                database.disturb();
            }
        }
    }

    /** One commit that touches some groups, sometimes several. */
    static void commit(FileDatabase database, Random random) {
        List<StorageGroupName> groups = new ArrayList<>(database.groups());
        SortedSet<StorageGroupName> touched = new TreeSet<>();
        do {
            touched.add(groups.get(random.nextInt(groups.size())));
        } while (random.nextBoolean());
        database.commit(touched, random.nextInt(2000));
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        if (trouble.get() != null) {
            throw new AssertionError("the load died", trouble.get());
        }
    }
}
