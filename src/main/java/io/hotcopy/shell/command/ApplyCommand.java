package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.BackupResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class ApplyCommand extends Command {

    @Takes(Kind.PLAN_FILE)
    @Parameters(paramLabel = "PLAN", description = "a file that plan -o has written; every plan is applied once")
    private String file;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    ApplyCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        confirm.require(context);
        BackupResult result = quiet.watching(context, progress -> context.verbs()
                .apply()
                .run(context.path(file), confirm.asking(context, "apply this plan?"), progress));
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }
}
