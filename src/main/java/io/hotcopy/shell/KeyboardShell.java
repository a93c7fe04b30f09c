package io.hotcopy.shell;

import io.hotcopy.model.Declarations;
import io.hotcopy.shell.command.CommandContext;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.shell.command.EndingCopies;
import io.hotcopy.shell.command.ExitCode;
import io.hotcopy.shell.command.Notices;
import io.hotcopy.shell.complete.LineCompleter;
import io.hotcopy.shell.keyboard.JobInterrupts;
import io.hotcopy.shell.keyboard.Keyboard;
import io.hotcopy.shell.keyboard.KeyboardLines;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.verb.KnownNames;
import io.hotcopy.verb.Verbs;
import java.util.Optional;
import org.jline.terminal.Terminal;

/**
 * The shell with a person before it: Ctrl-C ends the job that runs and not the shell, what was pasted together ends at
 * the first entry that fails, and who leaves is asked first when that would end hot copies.
 */
final class KeyboardShell {
    private final ProgramSurroundings surroundings;
    private final Notices notices;
    private final CommandContext context;
    private final LazyVerbs verbs;

    KeyboardShell(ProgramSurroundings surroundings, Notices notices, CommandContext context, LazyVerbs verbs) {
        this.surroundings = surroundings;
        this.notices = notices;
        this.context = context;
        this.verbs = verbs;
    }

    /** Runs it until the person leaves or the program is told to end; gives the exit code. */
    int run(Terminal terminal, LineRouter router, LineRunner runner) {
        JobInterrupts interrupts = new JobInterrupts(terminal);
        KeyboardLines keyboard = new KeyboardLines(keyboard(terminal, router, runner));
        return new BackupShell(
                        () -> next(keyboard),
                        line -> run(line, keyboard, interrupts, runner),
                        context::isLeaving,
                        false)
                .run();
    }

    private Optional<String> next(KeyboardLines keyboard) {
        Optional<String> line = keyboard.next();
        while (line.isEmpty() && !surroundings.stopping().getAsBoolean() && !mayLeave()) {
            line = keyboard.next();
        }
        return line;
    }

    private int run(String line, KeyboardLines keyboard, JobInterrupts interrupts, LineRunner runner) {
        int code = interrupts.run(() -> runner.run(line));
        if (context.isLeaving() && !mayLeave()) {
            context.stay();
        }
        if (code != ExitCode.DONE && keyboard.dropRest() > 0) {
            context.notice("the rest of what was entered together was not run");
        }
        return code;
    }

    private boolean mayLeave() {
        return verbs.ifMade()
                .map(made -> EndingCopies.mayEnd(made, context.screen(), "leave"))
                .orElse(true);
    }

    private Keyboard keyboard(Terminal terminal, LineRouter router, LineRunner runner) {
        CommandTable table = new CommandTable(context);
        LineCompleter completer = completer(table, router, runner);
        return new Keyboard(
                terminal,
                surroundings.colours(),
                router,
                HotCopyProgram.openness(),
                table::ownSpec,
                completer,
                completer::parse,
                StateHome.history(surroundings.home()),
                () -> verbs.ifMade().flatMap(Verbs::state),
                notices,
                surroundings.stopping());
    }

    private LineCompleter completer(CommandTable table, LineRouter router, LineRunner runner) {
        LineCompleter.Known known = new LineCompleter.Known(
                () -> verbs.ifMade().map(Verbs::declared).orElse(Declarations.NONE),
                () -> verbs.ifMade().map(Verbs::names).orElse(KnownNames.NONE),
                runner::names);
        return new LineCompleter(table, router::isCommand, known, surroundings.workingDirectory());
    }
}
