package io.hotcopy.shell.screen;

import java.io.IOError;
import java.util.List;
import java.util.function.BiFunction;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * The lowest lines of a terminal, which change in their place while others may be printed above them. Takes account of
 * a window whose size changes. While it is open what is typed is kept for later, but not shown. Any number of threads.
 */
final class MovingLines implements AutoCloseable {
    private static final int ASSUMED_WIDTH = 80;
    private static final int ASSUMED_HEIGHT = 24;
    private static final int LEAST = 20;

    private final Terminal terminal;
    private final boolean colours;
    private Attributes attributes;
    private SignalHandler resizing;
    private Display display;
    private int width;
    private List<AttributedString> drawn = List.of();
    private volatile boolean resized;
    private boolean taken;
    private boolean open = true;

    /** @param colours whether colours are wanted */
    MovingLines(Terminal terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
        resume();
    }

    /** Takes the terminal, again after a {@link #pause}. */
    synchronized void resume() {
        unlessGone(() -> {
            attributes = terminal.getAttributes();
            Attributes silent = new Attributes(attributes);
            silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
            terminal.setAttributes(silent);
            resizing = terminal.handle(Signal.WINCH, signal -> resized = true);
            taken = true;
            begin();
        });
    }

    /** Gives the terminal to somebody who asks a person; what is drawn goes away meanwhile. */
    synchronized void pause() {
        unlessGone(() -> {
            erase(width);
            giveBack();
        });
    }

    private void giveBack() {
        taken = false;
        terminal.flush();
        terminal.handle(Signal.WINCH, resizing);
        terminal.setAttributes(attributes);
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** A display that begins where the cursor is: one that has been used would go back up. */
    private void begin() {
        width = width(terminal);
        display = new Display(terminal, false);
        display.resize(height(), width);
        drawn = List.of();
    }

    /** The columns of a terminal, as far as they are known. */
    static int width(Terminal terminal) {
        int columns = terminal.getWidth();
        return columns <= 0 ? ASSUMED_WIDTH : Math.max(columns, LEAST);
    }

    private int height() {
        int rows = terminal.getHeight();
        return rows <= 0 ? ASSUMED_HEIGHT : Math.max(rows, 2);
    }

    /**
     * Shows these in place of those before. A terminal that has been closed shows nothing more.
     *
     * @param frame gives the lines for a width and a height: none is as wide, and they are fewer than the height
     */
    synchronized void draw(BiFunction<Integer, Integer, List<AttributedString>> frame) {
        unlessGone(() -> {
            if (!taken) {
                return;
            }
            if (resized) {
                resized = false;
                erase(width(terminal));
                begin();
            }
            show(frame.apply(width, height()));
        });
    }

    private void show(List<AttributedString> lines) {
        drawn = colours
                ? lines
                : lines.stream()
                        .map(line -> new AttributedString(line.toString()))
                        .toList();
        int last = drawn.size() - 1;
        int end = drawn.isEmpty() ? 0 : drawn.get(last).columnLength();
        display.update(drawn, Math.max(0, last) * (width + 1) + end);
    }

    /** Takes away what is drawn. Terminals have broken lines by now that were wider than they are: count them anew. */
    private void erase(int columns) {
        int rows = drawn.stream()
                .mapToInt(line -> Math.max(1, (line.columnLength() + columns - 1) / columns))
                .sum();
        terminal.writer().write('\r');
        if (rows > 1) {
            terminal.puts(Capability.parm_up_cursor, rows - 1);
        }
        terminal.puts(Capability.clr_eos);
        terminal.flush();
    }

    /** Prints lines above the moving ones. */
    synchronized void above(Lines lines) {
        unlessGone(() -> {
            List<AttributedString> kept = drawn;
            erase(width);
            lines.fitting(width(terminal))
                    .forEach(line -> terminal.writer().println(colours ? line.toAnsi(terminal) : line.toString()));
            begin();
            show(kept);
        });
    }

    /** What is drawn stays, and the cursor goes below it. */
    @Override
    public synchronized void close() {
        unlessGone(() -> {
            if (!drawn.isEmpty()) {
                terminal.writer().println();
            }
            giveBack();
        });
        open = false;
    }

    private void unlessGone(Runnable work) {
        if (!open) {
            return;
        }
        try {
            work.run();
        } catch (IllegalStateException | IOError closed) {
            open = false;
        }
    }
}
