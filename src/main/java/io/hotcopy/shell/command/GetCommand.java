package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.verb.GetResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class GetCommand extends Command {

    @Takes(Kind.TABLE)
    @Parameters(index = "0", paramLabel = "[NAME.]TABLE", description = TableWords.READ)
    private String table;

    @Takes(Kind.FREE)
    @Parameters(index = "1", paramLabel = "KEY", description = TableWords.TEXT)
    private String key;

    @Mixin
    private JsonOption json;

    GetCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        GetResult result = context.verbs().get().run(table, key);
        json.show(result, context);
        return result.value().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
