package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.WriteResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class DeleteCommand extends Command {

    @Takes(Kind.OWN_TABLE)
    @Parameters(index = "0", paramLabel = "[DATABASE.]TABLE", description = TableWords.WRITTEN)
    private String table;

    @Takes(Kind.FREE)
    @Parameters(index = "1", paramLabel = "KEY", description = TableWords.TEXT)
    private String key;

    @Mixin
    private ConfirmOption confirm;

    DeleteCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        confirm.require(context);
        if (!confirm.agrees(context, "delete \"" + key + "\" from " + table + "?")) {
            return ExitCode.FAILED;
        }
        WriteResult result = context.verbs().delete().run(table, key);
        context.screen().show(Pages.of(result));
        return result.existed() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
