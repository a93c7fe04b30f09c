package io.hotcopy.shell.command;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command
final class ListCommand extends Command {

    @Mixin
    private InOption in;

    @Mixin
    private JsonOption json;

    ListCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().list().run(in.paths(context)), context);
        return ExitCode.DONE;
    }
}
