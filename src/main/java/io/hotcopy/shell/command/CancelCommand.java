package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class CancelCommand extends Command {

    @Takes(Kind.HOT_COPY)
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "a hot copy's id or a unique beginning of it; default: the only one that runs")
    private Optional<String> id;

    @Mixin
    private JsonOption json;

    CancelCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().cancel().run(id), context);
        return ExitCode.DONE;
    }
}
