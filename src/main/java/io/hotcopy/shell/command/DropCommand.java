package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class DropCommand extends Command {

    DropCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("drop what", "drop table NAME");
    }

    @Example("drop table orders")
    @CommandLine.Command(name = "table", description = "Drop a table of the running database with all its records.")
    int table(
            @Takes(Kind.OWN_TABLE) @Parameters(paramLabel = "[DATABASE.]TABLE", description = TableWords.WRITTEN)
                    String table,
            @Mixin ConfirmOption confirm) {
        confirm.require(context);
        if (!confirm.agrees(context, "drop table " + table + " with all its records?")) {
            return ExitCode.FAILED;
        }
        context.screen().show(Pages.of(context.verbs().dropTable().run(table)));
        return ExitCode.DONE;
    }
}
