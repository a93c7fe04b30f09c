package io.hotcopy.admin;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Which hot copies clients were told of as running and were not told the end of: a client that waits for one asks again
 * and again, at most five seconds apart. Safe for several threads.
 */
final class Followers {
    private final Set<ElementId> followed = new HashSet<>();

    /** Somebody is being told how it stands. */
    synchronized void told(HotCopyStatus hotCopy) {
        if (hotCopy.state().isEnded()) {
            followed.remove(hotCopy.id());
            notifyAll();
        } else {
            followed.add(hotCopy.id());
        }
    }

    /** Returns when nobody waits to hear the end of one of these any more, or after this time, or when interrupted. */
    synchronized void awaitNone(Set<ElementId> ended, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); left > 0 && isFollowed(ended); ) {
                wait(left);
                left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFollowed(Set<ElementId> some) {
        return some.stream().anyMatch(followed::contains);
    }
}
