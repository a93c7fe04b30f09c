package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Bars that are drawn now and then though nothing is told: a job that stands still is seen to stand still. */
final class TickingBars implements Screen.ProgressDisplay {
    private static final long TICK_MILLIS = 250;

    private final ProgressBars bars;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress-ticks");
        thread.setDaemon(true);
        return thread;
    });

    TickingBars(ProgressBars bars) {
        this.bars = bars;
        ticker.scheduleWithFixedDelay(bars::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void on(ProgressEvent event) {
        bars.on(event);
    }

    @Override
    public void succeeded() {
        ticker.shutdown();
        bars.succeeded();
    }

    @Override
    public void close() {
        ticker.shutdown();
        bars.close();
    }
}
