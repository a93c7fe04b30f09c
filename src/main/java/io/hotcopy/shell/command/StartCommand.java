package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.StartRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example({"start bank --lost 0,3", "start bank --restored scratch/before"})
@CommandLine.Command
final class StartCommand extends Command {

    @Takes(Kind.DOMAIN)
    @Parameters(paramLabel = "DOMAIN", description = "a declared domain that has a home")
    private String domain;

    @Takes(Kind.ARCHIVE)
    @Option(
            names = "--lost",
            paramLabel = "N",
            split = ",",
            description = "archives that are lost for good: the domain starts without them"
                    + " (DATABASE/N when it has several databases)")
    private List<String> lost = List.of();

    @Takes(Kind.DIRECTORY)
    @Option(
            names = "--restored",
            paramLabel = "DIR",
            description = "begin on the restored archives in DIR, which are moved into the domain's home")
    private Optional<String> restored;

    StartCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        StartRequest request = new StartRequest(domain, lost, restored.map(context::path));
        context.screen().show(Pages.of(context.verbs().start().run(request)));
        return ExitCode.DONE;
    }
}
