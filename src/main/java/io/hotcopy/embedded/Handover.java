package io.hotcopy.embedded;

import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Lets one thread make what another one uses, in order and without getting far ahead: reading goes on while what was
 * read is worked on. Used once.
 */
final class Handover<T> {

    /** Batches that wait to be used. */
    private static final int WAITING = 2;

    private static final int MOST_OF_A_BATCH = 256;
    private static final long BYTES_OF_A_BATCH = 256 << 10;

    private final ToLongFunction<T> bytes;
    private final BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(WAITING);
    private List<T> batch = new ArrayList<>();
    private long batchBytes;

    /** @param bytes about how much memory one takes */
    Handover(ToLongFunction<T> bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes and uses, each in a thread of its own; when this returns or throws, both have ended.
     *
     * @param maker gives things, one after the other, to what it is handed
     * @throws InterruptedRestoreException when the calling thread is interrupted
     * @throws RuntimeException what the maker or the user threw first
     */
    void run(Consumer<Consumer<T>> maker, Consumer<T> user) {
        new Workers(2).runAll(List.of(() -> make(maker), () -> use(user)));
    }

    private void make(Consumer<Consumer<T>> maker) {
        maker.accept(this::add);
        if (!batch.isEmpty()) {
            handOver();
        }
        // An empty batch is the end.
        handOver();
    }

    private void add(T made) {
        batch.add(made);
        batchBytes += bytes.applyAsLong(made);
        if (batch.size() >= MOST_OF_A_BATCH || batchBytes >= BYTES_OF_A_BATCH) {
            handOver();
        }
    }

    private void handOver() {
        try {
            batches.put(batch);
        } catch (InterruptedException ended) {
            throw InterruptedRestoreException.whileWaiting();
        }
        batch = new ArrayList<>();
        batchBytes = 0;
    }

    private void use(Consumer<T> user) {
        try {
            for (List<T> next = batches.take(); !next.isEmpty(); next = batches.take()) {
                next.forEach(user);
            }
        } catch (InterruptedException ended) {
            throw InterruptedRestoreException.whileWaiting();
        }
    }
}
