package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.SetRequest;
import io.hotcopy.verb.VerifyRequest;
import io.hotcopy.verb.VerifyResult;
import io.hotcopy.verify.Depth;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("verify latest-full --depth read --json")
@CommandLine.Command(
        footer = {
            "%nExit code 0 for valid, 1 for damaged, 3 when it could not be found out.",
        })
final class VerifyCommand extends Command {

    @Takes(Kind.SET)
    @Parameters(arity = "1..*", paramLabel = "SET", description = SetWords.DESCRIPTION)
    private List<String> sets;

    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            defaultValue = "checksums",
            description = "present: files and seals; checksums: every byte; read: decode what a restore would read;"
                    + " drill: restore into scratch and compare the content (default: ${DEFAULT-VALUE})")
    private Depth depth;

    @Takes(Kind.DIRECTORY)
    @Option(names = "--scratch", paramLabel = "DIR", description = "for a drill: the directory to make and remove")
    private Optional<String> scratch;

    @Mixin
    private InOption in;

    @Mixin
    private QuietOption quiet;

    @Mixin
    private JsonOption json;

    VerifyCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        VerifyRequest request =
                new VerifyRequest(new SetRequest(sets, in.paths(context)), depth, scratch.map(context::path));
        VerifyResult result = quiet.watching(
                context, json, progress -> context.verbs().verify().run(request, progress));
        json.show(result, context);
        return switch (result.outcome()) {
            case VALID -> ExitCode.DONE;
            case DAMAGED -> ExitCode.FAILED;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }
}
