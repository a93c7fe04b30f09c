package io.hotcopy.shell;

import io.hotcopy.shell.command.CommandTable;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.shell.jline3.PicocliJLineCompleter;

/** Completes commands and their options; the one place where picocli's bridge to the line reader is used. */
final class CommandCompleter implements Completer {
    private final CommandTable commands;
    private Completer completer;

    CommandCompleter(CommandTable commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (completer == null) {
            completer = new PicocliJLineCompleter(commands.spec());
        }
        completer.complete(reader, line, candidates);
    }
}
