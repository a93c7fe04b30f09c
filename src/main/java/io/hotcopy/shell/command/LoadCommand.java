package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.LoadRequest;
import io.hotcopy.verb.LoadResult;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class LoadCommand extends Command {

    @Takes(Kind.DECLARATION_FILE)
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "declarations; compiled together")
    private List<String> files;

    LoadCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        LoadResult result = context.verbs().load().run(new LoadRequest(context.paths(files)));
        context.screen().show(Pages.of(result));
        return result.loaded() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
