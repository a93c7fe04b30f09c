package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class CountCommand extends Command {

    @Takes(Kind.TABLE)
    @Parameters(paramLabel = "[NAME.]TABLE", description = TableWords.READ)
    private String table;

    @Mixin
    private JsonOption json;

    CountCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        json.show(context.verbs().count().run(table), context);
        return ExitCode.DONE;
    }
}
