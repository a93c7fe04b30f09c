package io.hotcopy.shell.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * A terminal with a person before it. A dumb one gets plain lines; one of unknown size counts as 80 columns wide. What
 * is shown while a job moves its bars goes above them, from any thread. When the program is told to end, JLine closes
 * the terminal at once: what is still to be said goes to standard error.
 */
public final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final PrintWriter last;
    private final boolean colours;
    private final LongSupplier nanoTime;
    private LineReader questions;
    private MovingLines moving;

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
        return MovingLines.width(terminal);
    }

    @Override
    public synchronized void show(Lines lines) {
        if (isMoving()) {
            moving.above(lines);
            return;
        }
        PrintWriter writer = out();
        if (writer == last) {
            lines.all().forEach(line -> writer.println(line.toString()));
        } else {
            lines.fitting(width()).forEach(line -> writer.println(colours ? line.toAnsi(terminal) : line.toString()));
        }
        writer.flush();
    }

    private synchronized boolean isMoving() {
        return moving != null && moving.isOpen();
    }

    @Override
    public void complain(Lines lines) {
        show(lines);
    }

    /** Line over line, so that it does not flicker. */
    @Override
    public synchronized void repaint(Lines picture) {
        if (dumb(terminal)) {
            show(new Lines().add("").addAll(picture));
            return;
        }
        List<AttributedString> all = picture.fitting(width());
        int room = Math.max(2, terminal.getHeight() <= 0 ? all.size() + 1 : terminal.getHeight()) - 1;
        terminal.puts(Capability.cursor_home);
        all.stream().limit(all.size() <= room ? room : room - 1L).forEach(this::paint);
        if (all.size() > room) {
            paint(Ink.FAINT.of("and " + (all.size() - room + 1) + " more lines"));
        }
        terminal.puts(Capability.clr_eos);
        terminal.flush();
    }

    private void paint(AttributedString line) {
        terminal.writer().print(colours ? line.toAnsi(terminal) : line.toString());
        terminal.puts(Capability.clr_eol);
        terminal.writer().println();
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
        boolean beside = isMoving();
        if (beside) {
            moving.pause();
        }
        try {
            String answer = questions.readLine(question.replace("%", "%%") + " [y/N] ");
            return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (UserInterruptException | EndOfFileException e) {
            return false;
        } finally {
            if (beside) {
                moving.resume();
            }
        }
    }

    @Override
    public synchronized ProgressDisplay progress() {
        if (dumb(terminal)) {
            return new ProgressLines(out(), nanoTime);
        }
        moving = new MovingLines(terminal, colours);
        return new TickingBars(new ProgressBars(moving, signs(), nanoTime));
    }

    private BarTable.Signs signs() {
        boolean blocks = terminal.encoding().newEncoder().canEncode(BarTable.Signs.BLOCKS.done());
        return blocks ? BarTable.Signs.BLOCKS : BarTable.Signs.ASCII;
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
