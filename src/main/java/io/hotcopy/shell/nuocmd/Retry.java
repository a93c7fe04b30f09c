package io.hotcopy.shell.nuocmd;

import io.hotcopy.problem.HotCopyException;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries something until it succeeds or a time is over, at growing distances of at most five seconds. */
final class Retry {
    private static final double FIRST_DELAY = 0.25;
    private static final double LONGEST_DELAY = 5;
    private static final double NANOS = 1e9;

    private final Waiting waiting;

    Retry(Waiting waiting) {
        this.waiting = waiting;
    }

    /**
     * Gives the result of the first attempt that succeeds; there is at least one.
     *
     * @param seconds how long to go on trying
     * @throws FinalFailure when an attempt throws it
     * @throws CommandFailure as the last attempt did, when time is over
     * @throws HotCopyException as the last attempt did, when time is over or this thread was interrupted meanwhile
     * @throws Interruption when this thread was interrupted between attempts
     */
    <T> T until(double seconds, Supplier<T> attempt) {
        long start = waiting.nanoTime();
        double delay = FIRST_DELAY;
        while (true) {
            try {
                return attempt.get();
            } catch (FinalFailure end) {
                throw end;
            } catch (CommandFailure | HotCopyException trouble) {
                double remaining = seconds - (waiting.nanoTime() - start) / NANOS;
                if (remaining <= 0 || Thread.currentThread().isInterrupted()) {
                    throw trouble;
                }
                sleep(Math.max(FIRST_DELAY, Math.min(remaining, delay)));
                delay = Math.min(LONGEST_DELAY, 2 * delay);
            }
        }
    }

    private void sleep(double seconds) {
        try {
            waiting.sleep(Duration.ofNanos((long) (seconds * NANOS)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Interruption();
        }
    }
}
