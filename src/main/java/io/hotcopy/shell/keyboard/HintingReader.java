package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.screen.Ink;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * A line reader that shows a hint below the line while it is typed. The hint is drawn where the reader draws what Tab
 * offers, as part of the line: so it needs no scrolling area of its own, gives way to what Tab shows, and is gone when
 * the line is. None on a dumb terminal or one smaller than 80 × 24.
 */
final class HintingReader extends LineReaderImpl {
    private static final String TOGGLE = "toggle-hints";
    private static final int LEAST_COLUMNS = 80;
    private static final int LEAST_ROWS = 24;

    private final PolicyLineParser parser;
    private final Hints hints;
    private final boolean colours;
    private boolean wanted = true;
    private boolean reading;

    HintingReader(Terminal terminal, PolicyLineParser parser, Hints hints, boolean colours) {
        super(terminal, "hotcopy", null);
        this.parser = parser;
        this.hints = hints;
        setParser(parser);
        this.colours = colours;
        getWidgets().put(TOGGLE, this::toggle);
        Reference toggle = new Reference(TOGGLE);
        getKeyMaps().get(LineReader.EMACS).bind(toggle, KeyMap.alt('s'));
        getKeyMaps().get(LineReader.VIINS).bind(toggle, KeyMap.alt('s'));
    }

    @Override
    public String readLine(String prompt, String right, MaskingCallback mask, String begun) {
        reading = true;
        return super.readLine(prompt, right, mask, begun);
    }

    @Override
    protected void doCleanup(boolean newLine) {
        reading = false;
        super.doCleanup(newLine);
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            boolean isFree = post == null;
            parser.drawn(buf.toString());
            if (isFree && reading && wanted && fits()) {
                hints.of(buf.toString(), buf.cursor())
                        .map(hint -> drawn(hint, terminal.getWidth() - 1))
                        .ifPresent(line -> post = () -> line);
            }
            super.redisplay(flush);
            post = isFree ? null : post;
        } finally {
            lock.unlock();
        }
    }

    /** A window that has become narrower breaks the hint anew: what is below the line is erased before it is drawn. */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal == Terminal.Signal.WINCH && reading) {
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eos);
        }
        super.handleSignal(signal);
    }

    /** A closer that begins its line moves to the left; one behind other text leaves the blanks before it alone. */
    @Override
    protected boolean insertClose(String closer) {
        if (beginsLine()) {
            return super.insertClose(closer);
        }
        Object indentation = getVariable(INDENTATION);
        setVariable(INDENTATION, 0);
        try {
            return super.insertClose(closer);
        } finally {
            setVariable(INDENTATION, indentation);
        }
    }

    private boolean beginsLine() {
        String before = buf.upToCursor();
        return before.substring(before.lastIndexOf('\n') + 1).isBlank();
    }

    private boolean fits() {
        return !terminal.getType().startsWith(Terminal.TYPE_DUMB)
                && terminal.getWidth() >= LEAST_COLUMNS
                && terminal.getHeight() >= LEAST_ROWS;
    }

    /** One line of the terminal; what is longer ends with dots. */
    private AttributedString drawn(Hint hint, int width) {
        AttributedStringBuilder line = new AttributedStringBuilder()
                .append("  ")
                .append(inked(Ink.STRONG, hint.what()))
                .append("  ")
                .append(inked(Ink.FAINT, hint.text().replaceAll("\\s+", " ")));
        AttributedString whole = line.toAttributedString();
        return whole.columnLength() <= width
                ? whole
                : AttributedString.join(
                        AttributedString.EMPTY, whole.columnSubSequence(0, width - 1), inked(Ink.FAINT, "…"));
    }

    private AttributedString inked(Ink ink, String text) {
        return colours ? ink.of(text) : new AttributedString(text);
    }

    private boolean toggle() {
        wanted = !wanted;
        return true;
    }
}
