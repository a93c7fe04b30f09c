package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.CatalogMissingResult;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class CatalogCommand extends Command {

    CatalogCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("catalog what", "catalog list|describe|missing|rebuild");
    }

    @Example("catalog list")
    @CommandLine.Command(
            name = "list",
            description = "List every backup set that is known, of all policies that were ever carried out.")
    int list(@Mixin JsonOption json) {
        json.show(context.verbs().catalog().list(), context);
        return ExitCode.DONE;
    }

    @Example("catalog describe bank/ledger")
    @CommandLine.Command(
            name = "describe",
            description = "Say what can be restored: ranges of commits for each storage group, with the gaps.")
    int describe(
            @Takes({Kind.FULL_DATABASE, Kind.SET})
                    @Parameters(paramLabel = "WHAT", description = "DOMAIN/DATABASE for all its sets, or a SET")
                    String what,
            @Mixin JsonOption json) {
        json.show(context.verbs().catalog().describe(what), context);
        return ExitCode.DONE;
    }

    @Example("catalog missing")
    @CommandLine.Command(
            name = "missing",
            description = {
                "Say what is gone, damaged or smaller than it was, and which storage groups are older than the rpo of a"
                        + " loaded policy allows. Checksums are not read; verify does that.",
                "Exit code 1 when there is any of it."
            })
    int missing(@Mixin JsonOption json) {
        CatalogMissingResult result = context.verbs().catalog().missing();
        json.show(result, context);
        return result.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
    }

    @Example("catalog rebuild examples/bank/backups")
    @CommandLine.Command(
            name = "rebuild",
            description = "Enter the sets below directories into the index again, and forget what lies there no more.")
    int rebuild(
            @Takes(Kind.DIRECTORY) @Parameters(arity = "1..*", paramLabel = "DIR", description = "where sets lie")
                    List<String> directories,
            @Mixin JsonOption json) {
        json.show(context.verbs().catalog().rebuild(context.paths(directories)), context);
        return ExitCode.DONE;
    }
}
