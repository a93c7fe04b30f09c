package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineSource;
import java.io.IOError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Lines from a person at a keyboard, in colours, with hints, completion and a history. What is pasted at once is given
 * entry by entry. Ctrl-C drops the line, Ctrl-D on an empty one leaves.
 */
public final class KeyboardLines implements LineSource {
    private static final int INDENTATION = 4;

    private final Keyboard keyboard;
    private final LineReader reader;
    private final PromptText prompt = new PromptText();
    private final Deque<String> entered = new ArrayDeque<>();
    private final boolean colours;

    public KeyboardLines(Keyboard keyboard) {
        this.keyboard = keyboard;
        this.colours = keyboard.colours() && !keyboard.terminal().getType().startsWith(Terminal.TYPE_DUMB);
        this.reader = reader();
    }

    private LineReader reader() {
        CommandShapes shapes = new CommandShapes(keyboard.commands());
        Tokens tokens = new Tokens();
        LineReaderImpl made = new HintingReader(
                keyboard.terminal(),
                new PolicyLineParser(keyboard.router(), keyboard.openness(), tokens, keyboard.completing()),
                new Hints(keyboard.router(), shapes, tokens),
                colours);
        made.setCompleter(keyboard.completer());
        made.setHighlighter(new LineHighlighter(new Colouring(keyboard.router(), shapes, tokens), colours));
        made.setHistory(new KeptHistory(new HistoryFile(keyboard.history()), keyboard.notices()));
        made.setVariable(LineReader.HISTORY_SIZE, HistoryFile.MOST_ENTRIES);
        made.setVariable(LineReader.INDENTATION, INDENTATION);
        made.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P %M> ");
        // JLine's own are bright and cyan, which cannot be read on a light background.
        made.setVariable(LineReader.COMPLETION_STYLE_STARTING, "bold");
        made.setVariable(LineReader.COMPLETION_STYLE_DESCRIPTION, "faint");
        made.setVariable(LineReader.COMPLETION_STYLE_GROUP, "bold");
        made.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        made.option(LineReader.Option.CASE_INSENSITIVE, true);
        return made;
    }

    @Override
    public Optional<String> next() {
        while (entered.isEmpty()) {
            Optional<String> typed = type();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Entries.of(typed.get(), keyboard.router()).forEach(entry -> entered.add(entry.text()));
        }
        return Optional.of(entered.remove());
    }

    /** Forgets what was entered together with the last line and comes after it; gives how many entries that is. */
    public int dropRest() {
        int left = entered.size();
        entered.clear();
        return left;
    }

    private Optional<String> type() {
        while (!keyboard.stopping().getAsBoolean()) {
            try {
                keyboard.notices().showBy(text -> reader.printAbove("NOTE: " + text));
                return Optional.of(reader.readLine(prompt()));
            } catch (UserInterruptException dropped) {
                // The next line begins afresh.
            } catch (EndOfFileException end) {
                return Optional.empty();
            } catch (IllegalStateException | IOError closed) {
                if (!keyboard.stopping().getAsBoolean()) {
                    throw closed;
                }
            } finally {
                keyboard.notices().keep();
            }
        }
        return Optional.empty();
    }

    private String prompt() {
        AttributedString text = prompt.of(keyboard.state().get());
        return (colours ? text.toAnsi(keyboard.terminal()) : text.toString()).replace("%", "%%");
    }
}
