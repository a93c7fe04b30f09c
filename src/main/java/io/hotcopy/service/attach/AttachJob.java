package io.hotcopy.service.attach;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A call that is worked for, on one thread while it lasts, whether its caller is still there or not. Safe for several
 * threads.
 */
final class AttachJob implements Runnable, ProgressListener {
    private final Function<ProgressListener, AttachEnd> work;
    private final AttachEvents events = new AttachEvents();
    private Thread worker;
    private Optional<AttachEnd> end = Optional.empty();
    private long endedNanos;
    private long interrupts;
    private boolean hurried;
    private boolean endTold;

    /** @param work hears an interrupt of its thread */
    AttachJob(Function<ProgressListener, AttachEnd> work) {
        this.work = work;
    }

    @Override
    public void run() {
        begin();
        end(work.apply(this));
    }

    private synchronized void begin() {
        worker = Thread.currentThread();
        if (interrupts > 0) {
            worker.interrupt();
        }
    }

    private synchronized void end(AttachEnd came) {
        // An interrupt that came since must not reach the thread's next job.
        end = Optional.of(Thread.interrupted() ? came.leavingInterrupt() : came);
        endedNanos = System.nanoTime();
        worker = null;
        notifyAll();
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        events.add(event);
        notifyAll();
    }

    /**
     * Passes an interrupt of the caller on.
     *
     * @param number how many the caller has had: one that is told twice is passed on once
     * @return whether the job was still at work
     */
    synchronized boolean interrupt(long number) {
        if (number > interrupts) {
            interrupts = number;
            Optional.ofNullable(worker).ifPresent(Thread::interrupt);
        }
        return end.isEmpty();
    }

    /** Ends what waits for news, now and from here on. */
    synchronized void hurry() {
        hurried = true;
        notifyAll();
    }

    /**
     * What is new, as soon as there is something.
     *
     * @param after the number of the last event that has arrived
     * @param patience how long to wait for it; an interrupt ends the wait
     */
    synchronized AttachNews news(long after, Duration patience) {
        events.arrived(after);
        await(patience, () -> !events.isEmpty() || end.isPresent() || hurried);
        endTold = end.isPresent();
        notifyAll();
        return new AttachNews(events.waiting(), end);
    }

    /** Waits until it has ended, so long at most. */
    synchronized void awaitEnd(Duration patience) {
        await(patience, () -> end.isPresent());
    }

    /** Waits until its end was told, so long at most. */
    synchronized void awaitTold(Duration patience) {
        await(patience, () -> endTold);
    }

    private void await(Duration patience, BooleanSupplier enough) {
        long from = System.nanoTime();
        try {
            for (long left = patience.toNanos();
                    left > 0 && !enough.getAsBoolean();
                    left = patience.toNanos() - (System.nanoTime() - from)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isEnded() {
        return end.isPresent();
    }

    synchronized boolean isTold() {
        return endTold;
    }

    /** Whether it ended longer ago than this. */
    synchronized boolean isEndedFor(Duration age) {
        return end.isPresent() && System.nanoTime() - endedNanos > age.toNanos();
    }
}
