package io.hotcopy.shell.command;

import io.hotcopy.verb.PlanResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command
final class PlanCommand extends Command {

    @Mixin
    private BackupChoice choice;

    @Mixin
    private JsonOption json;

    PlanCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        PlanResult result = context.verbs().plan().run(choice.request());
        json.show(result, context);
        return result.hasErrors() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
