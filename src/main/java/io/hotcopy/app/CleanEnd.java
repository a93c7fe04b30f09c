package io.hotcopy.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the program is told to end by SIGINT, SIGTERM or SIGHUP, interrupts the main thread, so that a running copy is
 * cancelled and the domain closed, and waits for it. The JVM then exits with 128 and the signal's number.
 */
final class CleanEnd {
    private static final long PATIENCE_SECONDS = 60;

    private final Thread main;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile boolean finishing;

    /** Waits for the end of this thread's work from here on. */
    CleanEnd(Thread main) {
        this.main = main;
        Runtime.getRuntime().addShutdownHook(new Thread(this::ask, "clean-end"));
    }

    /** Whether the program has been told to end. */
    boolean isAsked() {
        return asked;
    }

    /** What was begun is to be finished, however long that takes: only SIGKILL ends the program before. */
    void takesLong() {
        finishing = true;
    }

    /** The main thread has done its work; after this the JVM may go at once. */
    void reached() {
        end.countDown();
    }

    private void ask() {
        asked = true;
        if (end.getCount() > 0) {
            main.interrupt();
        }
        try {
            boolean reached;
            do {
                reached = end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } while (!reached && finishing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
