package io.hotcopy.shell.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class ListCommand extends Command {

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "look for sets below DIR; default: where the loaded policies put them")
    private List<String> directories = List.of();

    @Mixin
    private JsonOption json;

    ListCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().list().run(context.paths(directories)), context);
        return ExitCode.DONE;
    }
}
