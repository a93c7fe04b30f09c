package io.hotcopy.shell.command;

import io.hotcopy.verb.CheckRequest;
import io.hotcopy.verb.CheckResult;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class CheckCommand extends Command {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "declarations; compiled together")
    private List<String> files;

    @Mixin
    private JsonOption json;

    CheckCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        CheckResult result = context.verbs().check().run(new CheckRequest(context.paths(files)));
        json.show(result, context);
        return result.hasErrors() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
