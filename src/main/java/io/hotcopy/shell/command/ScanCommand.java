package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.ScanRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("scan accounts --limit 5")
@CommandLine.Command
final class ScanCommand extends Command {

    @Takes(Kind.TABLE)
    @Parameters(paramLabel = "[NAME.]TABLE", description = TableWords.READ)
    private String table;

    @Takes(Kind.FREE)
    @Option(names = "--from", paramLabel = "KEY", description = "begin here; default: at the first record")
    private Optional<String> from;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + ScanRequest.SCREENFUL,
            description = "at most N records (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private JsonOption json;

    ScanCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongUsageException("--limit takes a number of records, one or more, not " + limit);
        }
        json.show(context.verbs().scan().run(new ScanRequest(table, from, limit)), context);
        return ExitCode.DONE;
    }
}
