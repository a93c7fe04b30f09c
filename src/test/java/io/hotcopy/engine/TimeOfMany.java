package io.hotcopy.engine;

import java.util.PriorityQueue;

/** Time for several threads: it stands still while one of them works, and passes to the next alarm when all sleep. */
final class TimeOfMany implements NanoClock {
    private final PriorityQueue<Long> alarms = new PriorityQueue<>();
    private long now;
    private int awake;

    /** @param threads how many live in it; each must {@link #leave()} */
    TimeOfMany(int threads) {
        this.awake = threads;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) throws InterruptedException {
        if (nanos > 0) {
            long alarm = now + nanos;
            alarms.add(alarm);
            awake--;
            pass();
            while (now < alarm) {
                wait();
            }
        }
    }

    /** The calling thread lives in it no more. */
    synchronized void leave() {
        awake--;
        pass();
    }

    private void pass() {
        if (awake == 0 && !alarms.isEmpty()) {
            now = alarms.peek();
            while (!alarms.isEmpty() && alarms.peek() == now) {
                alarms.remove();
                awake++;
            }
            notifyAll();
        }
    }
}
