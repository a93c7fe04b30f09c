package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.verb.PreviewRequest;
import io.hotcopy.verb.SetRequest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class PreviewCommand extends Command {

    @Takes(Kind.SET)
    @Parameters(arity = "0..*", paramLabel = "SET", description = SetWords.DESCRIPTION + "; default: what fits best")
    private List<String> sets = List.of();

    @ArgGroup(exclusive = true)
    private TargetOptions target = new TargetOptions();

    @Mixin
    private InOption in;

    @Mixin
    private JsonOption json;

    PreviewCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        PreviewRequest request =
                new PreviewRequest(new SetRequest(sets, in.paths(context)), target.target(), target.time());
        json.show(context.verbs().preview().run(request), context);
        return ExitCode.DONE;
    }
}
