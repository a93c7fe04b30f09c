package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.CheckArchiveResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("nuoarchive check scratch/archive-0")
@CommandLine.Command(
        description = {
            "Check an archive that no storage manager has open: every checksum, journal, leases, and by a scan whether"
                    + " its records are those that were written. Changes nothing.",
        },
        footer = "%nExit code 0 when it is whole, 1 when it is damaged or in use.")
final class NuoarchiveCheckCommand extends Command {

    @Takes(Kind.DIRECTORY)
    @Parameters(
            paramLabel = "ARCHIVE_DIR",
            arity = "0..1",
            description = "the archive's directory; default: the working directory")
    private String archive = "";

    @Option(names = "--quiet", description = "no output; only the exit code tells")
    private boolean quiet;

    @Mixin
    private JsonOption json;

    NuoarchiveCheckCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        CheckArchiveResult result = context.watching(
                quiet, progress -> context.verbs().checkArchive().run(context.path(archive), progress));
        if (!quiet) {
            json.show(result, context);
        }
        return result.isDamaged() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
