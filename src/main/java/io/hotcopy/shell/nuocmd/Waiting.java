package io.hotcopy.shell.nuocmd;

import java.time.Duration;

/** Time that passes, and waiting for it to pass. */
public interface Waiting {

    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    /** Returns after that long. */
    void sleep(Duration time) throws InterruptedException;
}
