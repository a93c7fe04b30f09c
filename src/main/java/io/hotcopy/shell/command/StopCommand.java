package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import picocli.CommandLine;

@CommandLine.Command
final class StopCommand extends Command {

    StopCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.screen().show(Pages.of(context.verbs().stop().run()));
        return ExitCode.DONE;
    }
}
