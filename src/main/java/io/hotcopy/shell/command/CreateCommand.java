package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
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
        throw new WrongUsageException("create what", "create table NAME", "create storage-group NAME --archives N,N");
    }

    @Example({"create table orders", "create table orders --groups SG1,SG2 --partitions 4"})
    @CommandLine.Command(name = "table", description = "Make a table in the running database.")
    int table(
            @Takes(Kind.FREE)
                    @Parameters(
                            paramLabel = "[DATABASE.]TABLE",
                            description = "lower-case letters, digits and underscores")
                    String table,
            @Takes(Kind.STORAGE_GROUP)
                    @Option(
                            names = "--groups",
                            paramLabel = "SG",
                            split = ",",
                            description = "storage groups that its partitions are dealt to; default: all")
                    List<String> groups,
            @Option(
                            names = "--partitions",
                            paramLabel = "N",
                            description = "how many partitions; default: one a storage group")
                    Optional<Integer> partitions) {
        List<String> named = groups == null ? List.of() : groups;
        CreateTableRequest request = new CreateTableRequest(table, named, partitions);
        context.screen().show(Pages.of(context.verbs().createTable().run(request)));
        return ExitCode.DONE;
    }

    @Example("create storage-group SG4 --archives 0,3")
    @CommandLine.Command(
            name = "storage-group",
            description = "Add a storage group to the running database; it need not be declared.")
    int storageGroup(
            @Takes(Kind.FREE) @Parameters(paramLabel = "NAME", description = "letters, digits and underscores")
                    String group,
            @Takes(Kind.ARCHIVE)
                    @Option(
                            names = "--archives",
                            paramLabel = "N",
                            split = ",",
                            required = true,
                            description = "those that serve it; their storage managers are RUNNING")
                    List<String> archives,
            @Takes(Kind.DATABASE)
                    @Option(
                            names = "--database",
                            paramLabel = "NAME",
                            description = "the database; default: the only one")
                    Optional<String> database) {
        context.screen().show(Pages.of(context.verbs().storageGroup().create(group, archives, database)));
        return ExitCode.DONE;
    }
}
