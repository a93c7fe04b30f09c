package io.hotcopy.shell.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * A terminal with a person before it. A dumb one gets plain lines; one of unknown size counts as 80 columns wide. When
 * the program is told to end, JLine closes the terminal at once: what is still to be said goes to standard error.
 */
public final class TerminalScreen implements Screen {
    private static final int ASSUMED_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    private final Terminal terminal;
    private final PrintWriter last;
    private final boolean colours;
    private final LongSupplier nanoTime;
    private LineReader questions;

    /**
     * @param last where to print when the terminal has been closed
     * @param colours whether the person wants them; a dumb terminal gets none anyway
     */
    public TerminalScreen(Terminal terminal, PrintWriter last, boolean colours, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.last = last;
        this.colours = colours && !dumb(terminal);
        this.nanoTime = nanoTime;
    }

    public Terminal terminal() {
        return terminal;
    }

    @Override
    public int width() {
        int width = terminal.getWidth();
        return width <= 0 ? ASSUMED_WIDTH : Math.max(width, LEAST_WIDTH);
    }

    @Override
    public void show(Lines lines) {
        PrintWriter writer = out();
        boolean coloured = colours && writer != last;
        lines.all().forEach(line -> writer.println(coloured ? line.toAnsi(terminal) : line.toString()));
        writer.flush();
    }

    @Override
    public void complain(Lines lines) {
        show(lines);
    }

    @Override
    public PrintWriter out() {
        try {
            return terminal.writer();
        } catch (IllegalStateException closed) {
            return last;
        }
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public boolean agrees(String question) {
        if (questions == null) {
            questions = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .variable(LineReader.DISABLE_COMPLETION, true)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
        }
        try {
            String answer = questions.readLine(question.replace("%", "%%") + " [y/N] ");
            return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (UserInterruptException | EndOfFileException e) {
            return false;
        }
    }

    @Override
    public ProgressDisplay progress() {
        return dumb(terminal)
                ? new ProgressLines(out(), nanoTime)
                : new ProgressBars(terminal, colours, width(), nanoTime);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the terminal", e);
        }
    }

    private static boolean dumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }
}
