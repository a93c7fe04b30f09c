package io.hotcopy.shell.screen;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Keeps what is shown, for somebody who shows it in another way. Nobody can be asked. Used by one thread. */
public final class CapturedScreen implements Screen {
    private final int width;
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private Lines lines = new Lines();

    /** @param width columns of a line, at least 20 */
    public CapturedScreen(int width) {
        this.width = width;
    }

    /** All that was shown since this was asked last. */
    public Lines taken() {
        takeText();
        Lines all = lines;
        lines = new Lines();
        return all;
    }

    private void takeText() {
        out.flush();
        lines.addAsItIs(text.toString());
        text.getBuffer().setLength(0);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void show(Lines shown) {
        takeText();
        lines.addAll(shown);
    }

    @Override
    public void complain(Lines complaint) {
        show(complaint);
    }

    @Override
    public void repaint(Lines picture) {
        show(picture);
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public boolean agrees(String question) {
        return false;
    }

    @Override
    public ProgressDisplay progress() {
        return SILENT;
    }

    @Override
    public void close() {}
}
