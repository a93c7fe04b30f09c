package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.JournalSearchRequest;
import io.hotcopy.verb.JournalSearchResult;
import io.hotcopy.verb.SetRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class JournalCommand extends Command {

    JournalCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("journal what", "journal search SET --table T [--key K]");
    }

    @Example("journal search latest --table accounts --key 4711")
    @CommandLine.Command(
            name = "search",
            description = "Say which commits touched a table or a row, newest first, from the journals of sets.")
    int search(
            @Takes(Kind.SET) @Parameters(arity = "1..*", paramLabel = "SET", description = SetWords.DESCRIPTION)
                    List<String> sets,
            @Takes(Kind.TABLE) @Option(names = "--table", paramLabel = "T", required = true, description = "the table")
                    String table,
            @Takes(Kind.FREE)
                    @Option(names = "--key", paramLabel = "K", description = "one row; default: the whole table")
                    Optional<String> key,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "" + JournalSearchRequest.SCREENFUL,
                            description = "at most N (default: ${DEFAULT-VALUE})")
                    int limit,
            @Mixin InOption in,
            @Mixin QuietOption quiet,
            @Mixin JsonOption json) {
        if (limit < 1) {
            throw new WrongUsageException("--limit takes a number of commits, one or more, not " + limit);
        }
        JournalSearchRequest request =
                new JournalSearchRequest(new SetRequest(sets, in.paths(context)), table, key, limit);
        JournalSearchResult result = quiet.watching(
                context, progress -> context.verbs().journalSearch().run(request, progress));
        json.show(result, context);
        return ExitCode.DONE;
    }
}
