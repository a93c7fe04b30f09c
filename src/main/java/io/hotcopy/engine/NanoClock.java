package io.hotcopy.engine;

import java.util.concurrent.TimeUnit;

/** Time that only passes, and waiting for it to pass. */
interface NanoClock {

    /** The machine's own. */
    NanoClock SYSTEM = new NanoClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** Nanoseconds since some fixed moment. */
    long nanos();

    /** Returns after that long, at once when it is not positive. */
    void sleep(long nanos) throws InterruptedException;
}
