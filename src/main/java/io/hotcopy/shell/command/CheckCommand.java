package io.hotcopy.shell.command;

import io.hotcopy.dsl.Spelling;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.screen.ProblemLines;
import io.hotcopy.verb.CheckRequest;
import io.hotcopy.verb.CheckResult;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("check policies/two-regions.groovy --as yaml")
@CommandLine.Command
final class CheckCommand extends Command {

    @Takes(Kind.DECLARATION_FILE)
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "declarations in Groovy, or in YAML when named .yaml or .yml; compiled together")
    private List<String> files;

    @Option(
            names = "--as",
            paramLabel = "groovy|yaml",
            description = "print what was read in this spelling, for a file beside the first FILE; templates are"
                    + " written out; comments, loops and includes are not kept")
    private Optional<Spelling> as;

    @Mixin
    private JsonOption json;

    CheckCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        CheckResult result = context.verbs().check().run(new CheckRequest(context.paths(files), as));
        if (as.isPresent() && !json.isWanted()) {
            write(result);
        } else {
            json.show(result, context);
        }
        return result.hasErrors() ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** The text alone goes where a file may be made of it; what is to be said about it goes beside. */
    private void write(CheckResult result) {
        if (!result.problems().isEmpty()) {
            context.screen().complain(ProblemLines.of(result.problems(), result.texts()));
        }
        result.written().ifPresent(text -> {
            context.screen().out().print(text);
            context.screen().out().flush();
        });
    }
}
