package io.hotcopy.verb;

import io.hotcopy.live.LiveDomain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits as a policy says; an interrupt ends that, and with it the backup. */
final class Patience {
    /** How long until a hot copy that the domain did not begin by itself is looked at again. */
    private static final Duration NEXT_LOOK = Duration.ofMillis(500);

    private Patience() {}

    /** Until this hot copy has ended, or for a while when somebody else carries it out. */
    static void untilEnded(LiveDomain domain, ElementId copy) {
        interruptible("hot copy " + copy + " to end", () -> {
            if (!domain.copies().awaitEnd(copy)) {
                pass(NEXT_LOOK);
            }
        });
    }

    /** So long, before another try. */
    static void before(Duration nextTry) {
        interruptible("the next try", () -> pass(nextTry));
    }

    private static void pass(Duration time) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        if (never) {
            throw new IllegalStateException("nobody counts it down");
        }
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static void interruptible(String what, Waiting waiting) {
        try {
            waiting.run();
        } catch (InterruptedException interrupt) {
            throw new HotCopyException("the backup was cancelled while it waited for " + what, interrupt);
        }
    }
}
