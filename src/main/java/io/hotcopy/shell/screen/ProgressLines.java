package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressEvent.StageLeft;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Progress for a pipe or a log: each stage, every few seconds one line for each running task and one for the pace, and
 * one when a task ends. Hears several threads.
 */
final class ProgressLines implements Screen.ProgressDisplay {
    private static final long BETWEEN_LINES = 5_000_000_000L;

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final TaskBook tasks;
    private Optional<Paced> pace = Optional.empty();
    private long lastLine;

    ProgressLines(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.tasks = new TaskBook(nanoTime);
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof StageEntered entered) {
            print(entered.stage());
        } else if (event instanceof StageLeft left) {
            print(StageSummary.of(left));
            pace = Optional.empty();
        } else if (event instanceof Noted noted) {
            print(noted.text());
        } else if (event instanceof Paced paced) {
            pace = Optional.of(paced);
        } else if (tasks.hear(event)) {
            if (event instanceof TaskFinished finished) {
                print(finished.task() + ": " + tasks.progress(finished.task()).summary());
            } else {
                printNowAndThen();
            }
        }
    }

    private void printNowAndThen() {
        long now = nanoTime.getAsLong();
        if (now - lastLine >= BETWEEN_LINES) {
            lastLine = now;
            tasks.unfinished().forEach(task -> print(task.name() + ": " + task.figures()));
            pace.ifPresent(known -> print(PaceLine.of(known)));
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {}
}
