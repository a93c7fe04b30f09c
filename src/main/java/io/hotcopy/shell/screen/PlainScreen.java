package io.hotcopy.shell.screen;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Two pipes: answers to one, complaints and progress to the other; no escape codes, nobody to ask. */
public final class PlainScreen implements Screen {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private boolean painted;

    public PlainScreen(PrintWriter out, PrintWriter err, LongSupplier nanoTime) {
        this.out = out;
        this.err = err;
        this.nanoTime = nanoTime;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void show(Lines lines) {
        print(out, lines);
    }

    @Override
    public void complain(Lines lines) {
        out.flush();
        print(err, lines);
    }

    @Override
    public void repaint(Lines picture) {
        if (painted) {
            out.println();
        }
        painted = true;
        print(out, picture);
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
        out.flush();
        return new ProgressLines(err, nanoTime);
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }

    private static void print(PrintWriter to, Lines lines) {
        lines.all().forEach(line -> to.println(line.toString()));
        to.flush();
    }
}
