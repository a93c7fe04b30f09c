package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
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

@CommandLine.Command(
        footer = "For example: sm stop 1, and sm start 1 when it shall come back; show archives lists them.")
final class SmCommand extends Command {
    private static final String ARCHIVE = "the number of its archive";
    private static final String DATABASE = "default: the only one";

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

    @CommandLine.Command(
            name = "stop",
            description = "Stop a storage manager in good order; the database goes on without it.",
            footer = "For example: sm stop 1")
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

    @CommandLine.Command(
            name = "start",
            description = "Start a storage manager: it SYNCs what it has missed, and is RUNNING then.",
            footer = {"For example: sm start 1", "or, with less to SYNC: sm start 1 --from scratch/restored"})
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

    @CommandLine.Command(
            name = "add",
            description = "Give the database one more storage manager, which is stopped until sm start. It need not be"
                    + " declared.",
            footer = {
                "For example: sm add 4 --host e3 --directory disk/archive-4",
                "or, with less to SYNC: sm add 4 --host e3 --directory scratch/restored/archive-0 --restored"
            })
    int add(
            @Parameters(paramLabel = "N", description = "a number that no archive has") String archive,
            @Option(names = "--host", required = true, paramLabel = "HOST", description = "where it runs") String host,
            @Option(
                            names = "--directory",
                            required = true,
                            paramLabel = "DIR",
                            description = "where its archive is to lie, outside of the domain's home")
                    String directory,
            @Option(names = "--restored", description = "a restored archive of any number lies there") boolean restored,
            @Option(
                            names = "--groups",
                            split = ",",
                            paramLabel = "GROUP",
                            description = "the storage groups that it serves; default: all")
                    List<String> groups,
            @Option(names = "--database", paramLabel = "NAME", description = DATABASE) Optional<String> database) {
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

    @CommandLine.Command(
            name = "serve",
            description = "Give an archive one more storage group, which others serve: its storage manager stops and"
                    + " SYNCs with it. It need not be declared.",
            footer = "For example: sm serve 2 SG1")
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
