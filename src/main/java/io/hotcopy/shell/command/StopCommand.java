package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.DeclinedException;
import picocli.CommandLine;

@CommandLine.Command
final class StopCommand extends Command {

    StopCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (!EndingCopies.mayEnd(context.verbs(), context.screen(), "stop")) {
            throw new DeclinedException();
        }
        context.screen().show(Pages.of(context.verbs().stop().run()));
        return ExitCode.DONE;
    }
}
