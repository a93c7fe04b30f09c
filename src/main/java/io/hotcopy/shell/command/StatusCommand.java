package io.hotcopy.shell.command;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command
final class StatusCommand extends Command {

    @Mixin
    private JsonOption json;

    StatusCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().status().run(), context);
        return ExitCode.DONE;
    }
}
