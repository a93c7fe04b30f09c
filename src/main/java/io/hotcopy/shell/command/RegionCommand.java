package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Example("region heal")
@CommandLine.Command
final class RegionCommand extends Command {

    RegionCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("region what", "region cut NAME | region heal");
    }

    @Example("region cut west")
    @CommandLine.Command(
            name = "cut",
            description = "Cut a region off from all others, as when the network between them fails: of each database"
                    + " the side stops that has not more than half of the processes.")
    int cut(
            @Takes(Kind.REGION) @Parameters(paramLabel = "NAME", description = "a region of the domain that runs here")
                    String region,
            @Mixin ConfirmOption confirm) {
        confirm.require(context);
        context.screen()
                .show(Pages.of(context.verbs().region().cut(region, confirm.asking(context, "cut this region off?"))));
        return ExitCode.DONE;
    }

    @Example("region heal")
    @CommandLine.Command(
            name = "heal",
            description = "Let all hosts reach each other again; the storage managers that stopped for a cut come back"
                    + " by SYNC.")
    int heal(@Mixin QuietOption quiet) {
        context.screen()
                .show(Pages.of(quiet.watching(
                        context, progress -> context.verbs().region().heal(progress))));
        return ExitCode.DONE;
    }
}
