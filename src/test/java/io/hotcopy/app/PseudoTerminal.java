package io.hotcopy.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;

/**
 * The real program before a person: {@code script} of util-linux gives it a pseudo-terminal, and what it writes there
 * is drawn on a screen as a terminal would draw it. Keys are typed by one thread; another one draws.
 */
final class PseudoTerminal implements AutoCloseable {

    /**
     * What is to be seen at one instant.
     *
     * @param lines from the top, without blanks at their ends
     * @param row where the cursor is, from 0
     * @param column where the cursor is, from 0
     */
    record Picture(List<String> lines, int row, int column) {
        String cursorLine() {
            return lines.get(row);
        }

        @Override
        public String toString() {
            return String.join("\n", lines).stripTrailing() + "\ncursor in row " + row + ", column " + column;
        }
    }

    private static final int CHARACTER = 0x1fffff;
    private static final long PATIENCE_SECONDS = 180;

    private final int rows;
    private final int columns;
    private final Process process;
    private final ScreenTerminal screen;
    private final StringBuilder raw = new StringBuilder();
    private boolean ended;

    /**
     * Starts a program.
     *
     * @param directory where it works
     * @param environment what it finds there besides ours
     * @param command words without quotes or blanks in them
     */
    PseudoTerminal(int rows, int columns, Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        this.rows = rows;
        this.columns = columns;
        this.screen = new ScreenTerminal(columns, rows);
        String line = "stty rows " + rows + " cols " + columns + " && exec " + quoted(command);
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", line, "/dev/null");
        builder.directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        this.process = builder.start();
        Thread drawing = new Thread(this::draw, "pseudo-terminal");
        drawing.setDaemon(true);
        drawing.start();
    }

    private static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
    }

    /** Presses keys, one character each; a carriage return is Enter. */
    void type(String keys) {
        try {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the program has gone:\n" + picture(), e);
        }
    }

    /** Waits for something to be seen; fails with the screen when it does not come, or the program ends before. */
    Picture await(String what, Predicate<Picture> seen) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (screen) {
            Picture now = picture();
            while (!seen.test(now)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError((ended ? "the program ended before " : "waited in vain for ") + what
                            + ", and this is on the screen:\n" + now);
                }
                screen.wait(left);
                now = picture();
            }
            return now;
        }
    }

    /** Waits for the end of the program; gives its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the program goes on, and this is on the screen:\n" + picture());
        }
        return process.exitValue();
    }

    Picture picture() {
        long[] cells = new long[rows * columns];
        int[] cursor = new int[2];
        synchronized (screen) {
            screen.dump(cells, 0, 0, rows, columns, cursor);
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.appendCodePoint((int) cells[row * columns + column] & CHARACTER);
            }
            lines.add(line.toString().stripTrailing());
        }
        return new Picture(lines, cursor[1], cursor[0]);
    }

    /** Everything that the program has written so far, with its control sequences. */
    String raw() {
        synchronized (screen) {
            return raw.toString();
        }
    }

    private void draw() {
        try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] some = new char[8192];
            for (int read = output.read(some); read >= 0; read = output.read(some)) {
                draw(new String(some, 0, read));
            }
        } catch (IOException e) {
            draw("\r\n" + e);
        } finally {
            synchronized (screen) {
                ended = true;
                screen.notifyAll();
            }
        }
    }

    private void draw(String text) {
        String answer;
        synchronized (screen) {
            raw.append(text);
            screen.write(text);
            answer = screen.read();
            screen.notifyAll();
        }
        if (!answer.isEmpty()) {
            type(answer);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
