package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressEvent.StageLeft;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskCounted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Progress on a terminal: the stages that are over, the present one, below it one moving bar for each task, and the
 * pace of the database. When the job has succeeded all of it goes away, for its page tells the same; else it stays as
 * it was last. Hears several threads; draws at most ten times a second, and at every {@link #tick}.
 */
final class ProgressBars implements Screen.ProgressDisplay {
    private static final long BETWEEN_DRAWINGS = 100_000_000L;
    /** What was told longer ago is not the pace of now. */
    private static final long PACE_HOLDS = 3_000_000_000L;

    private final MovingLines lines;
    private final BarTable.Signs signs;
    private final LongSupplier nanoTime;
    private final TaskBook tasks;
    private final List<String> over = new ArrayList<>();
    private String stage = "";
    private long stageBegan;
    private Optional<Paced> pace = Optional.empty();
    private long paced;
    private long lastDrawn;

    /** @param lines where it is shown; closed with this */
    ProgressBars(MovingLines lines, BarTable.Signs signs, LongSupplier nanoTime) {
        this.lines = lines;
        this.signs = signs;
        this.nanoTime = nanoTime;
        this.tasks = new TaskBook(nanoTime);
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof StageEntered entered) {
            leave(stage + "  " + Figures.shortly(Duration.ofNanos(nanoTime.getAsLong() - stageBegan)));
            tasks.forgetFinished();
            stage = entered.stage();
            stageBegan = nanoTime.getAsLong();
        } else if (event instanceof StageLeft left) {
            leave(StageSummary.of(left));
        } else if (event instanceof Noted noted) {
            lines.above(new Lines().add(noted.text()));
        } else if (event instanceof Paced told) {
            pace = Optional.of(told);
            paced = nanoTime.getAsLong();
        } else {
            tasks.hear(event);
        }
        boolean often = event instanceof TaskAdvanced || event instanceof TaskCounted || event instanceof Paced;
        if (!often || nanoTime.getAsLong() - lastDrawn >= BETWEEN_DRAWINGS) {
            draw();
        }
    }

    /** The stage is over. */
    private void leave(String line) {
        if (!stage.isEmpty()) {
            over.add(line);
        }
        stage = "";
    }

    /** Time has passed: shows so, though nothing was told. */
    synchronized void tick() {
        draw();
    }

    private void draw() {
        long now = nanoTime.getAsLong();
        lastDrawn = now;
        Optional<Paced> lately = pace.filter(told -> now - paced <= PACE_HOLDS);
        lines.draw(new ProgressFrame(List.copyOf(over), stage, now - stageBegan, tasks.all(), lately, signs)::lines);
    }

    @Override
    public synchronized void succeeded() {
        lines.draw((width, height) -> List.of());
    }

    @Override
    public synchronized void close() {
        lines.close();
    }
}
