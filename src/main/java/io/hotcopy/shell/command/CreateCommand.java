package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.CreateTableRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class CreateCommand extends Command {

    CreateCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("create what", "create table NAME");
    }

    @CommandLine.Command(name = "table", description = "Make a table in the running database.")
    int table(
            @Parameters(paramLabel = "[DATABASE.]TABLE", description = "lower-case letters, digits and underscores")
                    String table,
            @Option(
                            names = "--groups",
                            paramLabel = "SG",
                            split = ",",
                            description = "storage groups that its partitions are dealt to; default: all")
                    List<String> groups,
            @Option(names = "--partitions", paramLabel = "N", description = "how many; default: one a storage group")
                    Optional<Integer> partitions) {
        List<String> named = groups == null ? List.of() : groups;
        CreateTableRequest request = new CreateTableRequest(table, named, partitions);
        context.screen().show(Pages.of(context.verbs().createTable().run(request)));
        return ExitCode.DONE;
    }
}
