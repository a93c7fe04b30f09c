package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.page.Pages;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class PutCommand extends Command {

    @Takes(Kind.OWN_TABLE)
    @Parameters(index = "0", paramLabel = "[DATABASE.]TABLE", description = TableWords.WRITTEN)
    private String table;

    @Takes(Kind.FREE)
    @Parameters(index = "1", paramLabel = "KEY", description = TableWords.TEXT)
    private String key;

    @Takes(Kind.FREE)
    @Parameters(index = "2", paramLabel = "VALUE", description = TableWords.TEXT)
    private String value;

    PutCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.screen().show(Pages.of(context.verbs().put().run(table, key, value)));
        return ExitCode.DONE;
    }
}
