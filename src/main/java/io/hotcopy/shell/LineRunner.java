package io.hotcopy.shell;

import io.hotcopy.script.GroovyLines;
import io.hotcopy.shell.command.CommandContext;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.shell.command.ExitCode;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Route;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.LoadResult;
import java.nio.file.Path;

/** Runs one line, whatever it is. What goes wrong is shown and becomes the exit code; nothing is thrown. */
final class LineRunner implements AutoCloseable {
    private final LineRouter router;
    private final CommandTable commands;
    private final CommandContext context;
    private final Path workingDirectory;
    private GroovyLines groovy;

    LineRunner(LineRouter router, CommandContext context, Path workingDirectory) {
        this.router = router;
        this.commands = new CommandTable(context);
        this.context = context;
        this.workingDirectory = workingDirectory;
    }

    int run(String line) {
        try {
            return run(router.route(line));
        } catch (RuntimeException | StackOverflowError e) {
            return context.report(e);
        } finally {
            context.showNotices();
        }
    }

    private int run(Route route) {
        if (route instanceof Route.Command command) {
            return commands.run(command.words());
        } else if (route instanceof Route.Declaration declaration) {
            return declare(declaration.text());
        } else if (route instanceof Route.Groovy text) {
            return groovy(text.text());
        }
        return ExitCode.DONE;
    }

    private int declare(String text) {
        LoadResult result = context.verbs().load().typed(text);
        context.screen().show(Pages.of(result, context.screen().width()));
        return result.loaded() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int groovy(String text) {
        if (groovy == null) {
            groovy = new GroovyLines(context.verbs(), context.output(), workingDirectory);
        }
        groovy.run(text).ifPresent(value -> {
            context.screen().out().println(value);
            context.screen().out().flush();
        });
        return ExitCode.DONE;
    }

    @Override
    public void close() {
        if (groovy != null) {
            groovy.close();
        }
    }
}
