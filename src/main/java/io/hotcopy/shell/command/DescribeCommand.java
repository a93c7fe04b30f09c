package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.verb.SetRequest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class DescribeCommand extends Command {

    @Takes(Kind.SET)
    @Parameters(arity = "1..*", paramLabel = "SET", description = SetWords.DESCRIPTION)
    private List<String> sets;

    @Mixin
    private InOption in;

    @Mixin
    private JsonOption json;

    DescribeCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().describe().run(new SetRequest(sets, in.paths(context))), context);
        return ExitCode.DONE;
    }
}
