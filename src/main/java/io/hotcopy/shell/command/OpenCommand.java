package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.OpenRequest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class OpenCommand extends Command {

    @Takes(Kind.DIRECTORY)
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "what restore has made, or single archives in it")
    private List<String> directories;

    @Takes(Kind.FREE)
    @Option(names = "--as", paramLabel = "NAME", required = true, description = "what get, scan and count call it")
    private String name;

    OpenCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        OpenRequest request = new OpenRequest(context.paths(directories), name);
        context.screen().show(Pages.of(context.verbs().open().run(request)));
        return ExitCode.DONE;
    }
}
