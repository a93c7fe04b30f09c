package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressEvent.StageLeft;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;

/**
 * Progress on a terminal: the stage, and below it one moving bar for each task. When a stage is over, it and its
 * finished tasks stay above as plain lines with their figures. Hears several threads; draws at most ten times a second,
 * in the thread that told.
 */
final class ProgressBars implements Screen.ProgressDisplay {
    private static final long BETWEEN_DRAWINGS = 100_000_000L;
    private static final int WIDEST_BAR = 30;
    private static final int LEAST_HEIGHT = 24;

    private final Terminal terminal;
    private final boolean colours;
    private final int width;
    private final LongSupplier nanoTime;
    private Display display;
    private final TaskBook tasks;
    private String stage = "";
    private long lastDrawn;

    ProgressBars(Terminal terminal, boolean colours, int width, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.colours = colours;
        this.width = width;
        this.nanoTime = nanoTime;
        this.tasks = new TaskBook(nanoTime);
        this.display = fresh();
    }

    /** A display that begins where the cursor is: one that has been used would go back up. */
    private Display fresh() {
        Display next = new Display(terminal, false);
        next.resize(Math.max(terminal.getHeight(), LEAST_HEIGHT), width);
        return next;
    }

    /** A terminal that has been closed shows nothing more; the job that tells goes on. */
    @Override
    public synchronized void on(ProgressEvent event) {
        try {
            show(event);
        } catch (IllegalStateException closed) {
            tasks.settle();
        }
    }

    private void show(ProgressEvent event) {
        if (event instanceof StageEntered entered) {
            settle();
            stage = entered.stage();
            draw();
        } else if (event instanceof StageLeft left) {
            stage = StageSummary.of(left);
            draw();
        } else if (event instanceof Noted noted) {
            above(new AttributedString(noted.text()));
        } else if (event instanceof TaskStarted started) {
            tasks.started(started);
            draw();
        } else if (event instanceof TaskAdvanced advanced) {
            tasks.advanced(advanced);
            drawNowAndThen();
        } else if (event instanceof TaskFinished finished) {
            tasks.finished(finished);
            draw();
        }
    }

    @Override
    public synchronized void close() {
        try {
            settle();
        } catch (IllegalStateException closed) {
            tasks.settle();
        }
    }

    /** Leaves what is drawn on the screen as ordinary lines, and begins afresh below. */
    private void settle() {
        draw();
        if (!stage.isEmpty() || !tasks.all().isEmpty()) {
            terminal.writer().println();
            terminal.flush();
        }
        display = fresh();
        tasks.settle();
        stage = "";
    }

    private void above(AttributedString line) {
        display.update(List.of(), 0);
        terminal.writer().println(colours ? line.toAnsi(terminal) : line.toString());
        display = fresh();
        draw();
    }

    private void drawNowAndThen() {
        if (nanoTime.getAsLong() - lastDrawn >= BETWEEN_DRAWINGS) {
            draw();
        }
    }

    private void draw() {
        lastDrawn = nanoTime.getAsLong();
        List<AttributedString> lines = new ArrayList<>();
        if (!stage.isEmpty()) {
            lines.add(new AttributedString(stage).columnSubSequence(0, width - 1));
        }
        int widest = tasks.all().stream()
                .mapToInt(task -> task.name().length())
                .max()
                .orElse(0);
        tasks.all().forEach(task -> lines.add(bar(task, widest)));
        int end = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).columnLength();
        display.update(lines, Math.max(0, lines.size() - 1) * (width + 1) + end);
    }

    /** @param widest length of the longest name, so that all bars begin in one column */
    private AttributedString bar(TaskProgress task, int widest) {
        int room = Math.min(WIDEST_BAR, width / 3);
        int full = (int) Math.round(task.fraction().orElse(0.0) * room);
        AttributedStringBuilder line = new AttributedStringBuilder()
                .append("  " + task.name() + " ".repeat(widest - task.name().length()) + "  ");
        line.append(inked(task.finished() ? Ink.GOOD : Ink.STRONG, "█".repeat(full)));
        line.append(inked(Ink.FAINT, "░".repeat(room - full)));
        line.append("  ").append(task.finished() ? task.summary() : task.figures());
        return line.toAttributedString().columnSubSequence(0, width - 1);
    }

    private AttributedString inked(Ink ink, String text) {
        return colours ? ink.of(text) : new AttributedString(text);
    }
}
