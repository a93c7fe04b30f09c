package io.hotcopy.bench;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.spi.TerminalProvider;

/** The shell before a pseudo-terminal, until it shows its prompt; then it is told to end. */
final class FirstPrompt {
    private static final String PROMPT = "hotcopy> ";

    private FirstPrompt() {}

    static double millis(List<String> command, Map<String, String> environment, Path directory) throws IOException {
        Screen screen = new Screen();
        try (NoKeys keys = new NoKeys()) {
            Terminal terminal = TerminalProvider.load("jni")
                    .newTerminal(
                            "bench",
                            "xterm-256color",
                            keys,
                            screen,
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_8,
                            Terminal.SignalHandler.SIG_IGN,
                            false,
                            new Attributes(),
                            new Size(110, 32));
            File device = new File(((JniNativePty) ((AbstractPosixTerminal) terminal).getPty()).getName());
            // Held open until the terminal is closed: its other end would fail when the shell is gone.
            try (FileInputStream held = new FileInputStream(device);
                    terminal) {
                return millis(command, environment, directory, device, screen);
            }
        }
    }

    private static double millis(
            List<String> command, Map<String, String> environment, Path directory, File device, Screen screen)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(device)
                .redirectOutput(device)
                .redirectError(device);
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        process.onExit().thenRun(screen::ended);
        long shown = screen.prompt.join();
        process.destroy();
        OneCommand.await(process);
        return (shown - began) / 1e6;
    }

    /** Knows when the prompt came. */
    private static final class Screen extends OutputStream {
        private final CompletableFuture<Long> prompt = new CompletableFuture<>();
        private final StringBuilder shown = new StringBuilder();

        @Override
        public synchronized void write(int character) {
            shown.append((char) character);
            if (character == ' ' && shown.indexOf(PROMPT) >= 0) {
                prompt.complete(System.nanoTime());
            }
        }

        private synchronized void ended() {
            prompt.completeExceptionally(new IllegalStateException("it ended without a prompt: " + shown));
        }
    }

    /** Nobody types until it is closed. */
    private static final class NoKeys extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
