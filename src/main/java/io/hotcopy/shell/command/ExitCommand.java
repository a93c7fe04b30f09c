package io.hotcopy.shell.command;

import picocli.CommandLine;

@CommandLine.Command
final class ExitCommand extends Command {

    ExitCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.leave();
        return ExitCode.DONE;
    }
}
