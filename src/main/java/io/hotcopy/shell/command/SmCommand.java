package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.StorageManagerAddRequest;
import io.hotcopy.verb.StorageManagerRequest;
import io.hotcopy.verb.VerbResult;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("sm start 1")
@CommandLine.Command
final class SmCommand extends Command {
    private static final String ARCHIVE = "the number of its archive";
    private static final String DATABASE = "the database; default: the only one";

    SmCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException(
                "sm what",
                "sm stop N | sm start N | sm add N --host HOST --directory DIR | sm serve N GROUP",
                "show archives lists them");
    }

    @Example("sm stop 1")
    @CommandLine.Command(
            name = "stop",
            description = "Stop a storage manager in good order; the database goes on without it.")
    int stop(
            @Takes(Kind.ARCHIVE) @Parameters(paramLabel = "N", description = ARCHIVE) String archive,
            @Takes(Kind.DATABASE) @Option(names = "--database", paramLabel = "NAME", description = DATABASE)
                    Optional<String> database,
            @Mixin ConfirmOption confirm) {
        confirm.require(context);
        StorageManagerRequest request = new StorageManagerRequest(archive, database);
        return show(
                context.verbs().storageManager().stop(request, confirm.asking(context, "stop this storage manager?")));
    }

    @Example({"sm start 1", "sm start 1 --from scratch/restored"})
    @CommandLine.Command(
            name = "start",
            description = "Start a storage manager: it SYNCs what it has missed, and is RUNNING then; with --from it"
                    + " has less to SYNC.")
    int start(
            @Takes(Kind.ARCHIVE) @Parameters(paramLabel = "N", description = ARCHIVE) String archive,
            @Takes(Kind.DATABASE) @Option(names = "--database", paramLabel = "NAME", description = DATABASE)
                    Optional<String> database,
            @Takes(Kind.DIRECTORY)
                    @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description =
                                    "begin with the restored archive in DIR, which is moved into the domain's home;"
                                            + " the archive before is kept beside it")
                    Optional<String> from,
            @Mixin QuietOption quiet) {
        StorageManagerRequest request = new StorageManagerRequest(archive, database);
        return show(quiet.watching(
                context,
                progress -> context.verbs().storageManager().start(request, from.map(context::path), progress)));
    }

    @Example("sm add 4 --host e3 --directory disk/archive-4")
    @CommandLine.Command(
            name = "add",
            description = "Give the database one more storage manager, which is stopped until sm start. It need not be"
                    + " declared.",
            footer = "With less to SYNC: sm add 4 --host e3 --directory scratch/restored/archive-0 --restored")
    int add(
            @Takes(Kind.FREE) @Parameters(paramLabel = "N", description = "a number that no archive has")
                    String archive,
            @Takes(Kind.HOST)
                    @Option(names = "--host", required = true, paramLabel = "HOST", description = "where it runs")
                    String host,
            @Takes(Kind.DIRECTORY)
                    @Option(
                            names = "--directory",
                            required = true,
                            paramLabel = "DIR",
                            description = "where its archive is to lie, outside of the domain's home")
                    String directory,
            @Option(names = "--restored", description = "a restored archive of any number lies there") boolean restored,
            @Takes(Kind.STORAGE_GROUP)
                    @Option(
                            names = "--groups",
                            split = ",",
                            paramLabel = "GROUP",
                            description = "the storage groups that it serves; default: all")
                    List<String> groups,
            @Takes(Kind.DATABASE) @Option(names = "--database", paramLabel = "NAME", description = DATABASE)
                    Optional<String> database) {
        List<String> served = Optional.ofNullable(groups).orElse(List.of());
        return show(context.verbs()
                .storageManager()
                .add(new StorageManagerAddRequest(
                        new StorageManagerRequest(archive, database),
                        host,
                        served,
                        context.path(directory),
                        restored)));
    }

    @Example("sm serve 2 SG1")
    @CommandLine.Command(
            name = "serve",
            description = "Give an archive one more storage group, which others serve: its storage manager stops and"
                    + " SYNCs with it. It need not be declared.")
    int serve(
            @Takes(Kind.ARCHIVE) @Parameters(index = "0", paramLabel = "N", description = ARCHIVE) String archive,
            @Takes(Kind.STORAGE_GROUP)
                    @Parameters(index = "1", paramLabel = "GROUP", description = "a storage group of the database")
                    String group,
            @Takes(Kind.DATABASE) @Option(names = "--database", paramLabel = "NAME", description = DATABASE)
                    Optional<String> database,
            @Mixin ConfirmOption confirm,
            @Mixin QuietOption quiet) {
        confirm.require(context);
        StorageManagerRequest request = new StorageManagerRequest(archive, database);
        return show(quiet.watching(context, progress -> context.verbs()
                .storageGroup()
                .serve(request, group, confirm.asking(context, "stop it, and start it with this?"), progress)));
    }

    private int show(VerbResult result) {
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }
}
