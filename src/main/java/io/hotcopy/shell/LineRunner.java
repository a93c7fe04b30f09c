package io.hotcopy.shell;

import io.hotcopy.shell.command.CommandContext;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.shell.command.ExitCode;

/** Runs one line, whatever it is. What goes wrong is shown and becomes the exit code; nothing is thrown. */
final class LineRunner {
    private final LineRouter router;
    private final CommandTable commands;
    private final CommandContext context;

    LineRunner(LineRouter router, CommandTable commands, CommandContext context) {
        this.router = router;
        this.commands = commands;
        this.context = context;
    }

    int run(String line) {
        try {
            return run(router.route(line));
        } catch (RuntimeException e) {
            return context.report(e);
        }
    }

    private int run(Route route) {
        if (route instanceof Route.Command command) {
            return commands.run(command.words());
        }
        return ExitCode.DONE;
    }
}
