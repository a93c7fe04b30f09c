package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.command.Notices;
import io.hotcopy.shell.line.LineSource;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Lines from a person at a keyboard. Ctrl-C drops the line, Ctrl-D on an empty one leaves. The history is kept in a
 * file; an entry of several lines stays one entry.
 */
public final class KeyboardLines implements LineSource {
    private static final int INDENTATION = 4;

    private final LineReader reader;
    private final Supplier<String> prompt;
    private final Notices notices;
    private final BooleanSupplier stopping;

    /**
     * @param history a file in a directory that exists
     * @param prompt called before each line
     * @param notices what happens while a line is being typed is shown above it
     * @param stopping whether the program has been told to end
     */
    public KeyboardLines(
            Terminal terminal,
            PolicyLineParser parser,
            Completer completer,
            Path history,
            Supplier<String> prompt,
            Notices notices,
            BooleanSupplier stopping) {
        this.prompt = prompt;
        this.notices = notices;
        this.stopping = stopping;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("hotcopy")
                .parser(parser)
                .completer(completer)
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.INDENTATION, INDENTATION)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public Optional<String> next() {
        while (!stopping.getAsBoolean()) {
            try {
                notices.showBy(text -> reader.printAbove("NOTE: " + text));
                return Optional.of(reader.readLine(prompt.get().replace("%", "%%")));
            } catch (UserInterruptException dropped) {
                // The next line begins afresh.
            } catch (EndOfFileException end) {
                return Optional.empty();
            } catch (IllegalStateException | IOError closed) {
                if (!stopping.getAsBoolean()) {
                    throw closed;
                }
            } finally {
                notices.keep();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the history", e);
        }
    }
}
