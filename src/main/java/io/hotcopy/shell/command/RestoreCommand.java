package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.RestoreRequest;
import io.hotcopy.verb.RestoreResult;
import io.hotcopy.verb.SetRequest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example({"restore --to scratch/now", "restore latest --to-time '2026-11-22 10:00' --to scratch/ten"})
@CommandLine.Command
final class RestoreCommand extends Command {

    @Takes(Kind.SET)
    @Parameters(arity = "0..*", paramLabel = "SET", description = SetWords.DESCRIPTION + "; default: what fits best")
    private List<String> sets = List.of();

    @Takes(Kind.DIRECTORY)
    @Option(names = "--to", paramLabel = "DIR", required = true, description = "the directory to make; must not exist")
    private String to;

    @ArgGroup(exclusive = true)
    private TargetOptions target = new TargetOptions();

    @Mixin
    private InOption in;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    RestoreCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        confirm.require(context);
        RestoreRequest request = new RestoreRequest(
                new SetRequest(sets, in.paths(context)), context.path(to), target.target(), target.time());
        RestoreResult result = quiet.watching(
                context,
                progress -> context.verbs().restore().run(request, confirm.asking(context, "restore this?"), progress));
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }
}
