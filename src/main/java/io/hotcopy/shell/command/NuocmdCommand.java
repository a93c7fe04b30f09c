package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.nuocmd.Nuocmd;
import io.hotcopy.shell.screen.Lines;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * The vendor's administration tool: his words, his output. Its lines keep to his rules of options, which are not
 * picocli's; picocli knows the command for help and completion only.
 */
@CommandLine.Command(
        description = {
            "Words, output and exit codes are the vendor's: what a script of his client does, it does with these. The"
                    + " service is that of --api-server or NUOCMD_API_SERVER, else the"
                    + " domain of this shell, else localhost:8888.",
        })
final class NuocmdCommand extends Command {
    static final String NAME = "nuocmd";

    @Takes(Kind.FREE)
    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "the vendor's words")
    private List<String> words = List.of();

    private NuocmdCommand(CommandContext context) {
        super(context);
    }

    /** With the lines that it knows. */
    static CommandSpec spec(CommandContext context) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new NuocmdCommand(context));
        List<String> footer = new ArrayList<>(List.of("", "Lines; each explains itself with --help:"));
        Nuocmd.lines().stream().sorted().map(line -> "  nuocmd " + line).forEach(footer::add);
        spec.usageMessage().footer(footer.toArray(String[]::new));
        return spec;
    }

    @Override
    public Integer call() {
        return run(words, context);
    }

    /** @param words as they were typed, without the command's name; gives the exit code */
    static int run(List<String> words, CommandContext context) {
        return new Nuocmd(context.nuocmd(), context.screen().out(), text -> context.screen()
                        .complain(new Lines().add(text)))
                .run(words);
    }
}
