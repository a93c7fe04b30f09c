package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.BackupRequest;
import io.hotcopy.verb.BackupResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command
final class BackupCommand extends Command {

    @Mixin
    private BackupChoice choice;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    BackupCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        BackupRequest request = choice.request();
        confirm.require(context);
        BackupResult result = quiet.watching(context, progress -> context.verbs()
                .backup()
                .run(request, confirm.asking(context, "take this backup?"), progress));
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }
}
